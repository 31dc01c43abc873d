"""Apply what an editor says about figures: what is left out, and what stands first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digest.config.values import Setting
from digest.edit.matching import Candidate, Warnings, matches, pick, sentence_of
from digest.model import FigureRow, Span, Story, Verdict


def edit_figures(story: Story, warnings: Warnings) -> Story:
    """Take out what is hidden, and put first what is pinned, in the editor's order."""
    hidden = _picked(story, warnings.file.hide_figures, warnings)
    pinned = _picked(story, warnings.file.pin_figures, warnings)
    gone = {span for _, row in hidden for span in _spans(row)}
    first: list[FigureRow] = []
    for setting, row in pinned:
        if _spans(row) & gone:
            warnings.add(
                "conflicting-override",
                f"“{setting.value[:60]}” is both pinned and hidden; it is hidden",
                setting.location,
                hint="take it out of one of the two lists",
            )
        elif row not in first:
            first.append(row)
    if not (gone or first):
        return story
    spans = {span for row in first for span in _spans(row)}
    # A pinned figure belongs on the page, whatever the machine thinks of it.
    shown = tuple(replace(row, figures=tuple(replace(f, key=True) for f in row.figures)) for row in first)
    rest = tuple(row for row in story.comparison.figures if not _spans(row) & (gone | spans))
    findings = tuple(
        replace(
            found,
            figures=tuple(
                replace(f, key=True) if f.excerpt.span in spans else f
                for f in found.figures
                if f.excerpt.span not in gone
            ),
        )
        for found in story.findings
    )
    return replace(story, comparison=replace(story.comparison, figures=(*shown, *rest)), findings=findings)


def _picked(story: Story, settings: Iterable[Setting[str]], warnings: Warnings) -> list[tuple[Setting[str], FigureRow]]:
    """Look among what pages show first, then among all that was found."""
    rows = _candidates(story)
    shown = [row for row in rows if any(figure.key for figure in row.item.figures)]
    found = []
    for setting in settings:
        among = shown if matches(setting.value, shown) else rows
        row = pick(setting.value, among, kind="figure", location=setting.location, warnings=warnings)
        if row is not None:
            found.append((setting, row.item))
    return found


def _candidates(story: Story) -> list[Candidate[FigureRow]]:
    rows = list(story.comparison.figures)
    in_rows = {span for row in rows for span in _spans(row)}
    alone = [
        FigureRow(figures=(figure,), verdict=Verdict.ONLY)
        for findings in story.findings
        for figure in findings.figures
        if figure.excerpt.span not in in_rows
    ]
    return [
        Candidate(
            item=row,
            texts=tuple(figure.excerpt.text for figure in row.figures),
            around=tuple(sentence_of(story, figure.excerpt) for figure in row.figures),
        )
        for row in (*rows, *alone)
    ]


def _spans(row: FigureRow) -> set[Span]:
    return {figure.excerpt.span for figure in row.figures}
