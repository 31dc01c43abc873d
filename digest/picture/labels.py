"""Write the head of its column beside each cell of a table, so that a narrow screen can show each row as a card.

| Figure | Period |
| 40     | 2021   |      ->      <td data-label="Figure">40</td> <td data-label="Period">2021</td>
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from digest.picture.parts import text_of

ATTRIBUTE = "data-label"


def label_cells(root: Element) -> None:
    """Label the cells of all tables below an element; a cell without a head gets none."""
    for table in root.iter("table"):
        heads = [text_of(head) for head in table.iter("th")]
        for row in table.iter("tr"):
            for head, cell in zip(heads, row.findall("td"), strict=False):
                if head:
                    cell.set(ATTRIBUTE, head)
