"""`mkdocs gh-deploy` publishes the site to the branch that GitHub Pages serves."""

from __future__ import annotations

import subprocess

from running import engine

GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "init.defaultBranch=main")


def git(*arguments: str, cwd) -> str:
    run = subprocess.run([*GIT, *arguments], cwd=cwd, capture_output=True, text=True, check=True)
    return run.stdout


def test_gh_deploy_pushes_the_site(project, tmp_path_factory):
    remote = tmp_path_factory.mktemp("remote")
    git("init", "--quiet", "--bare", cwd=remote)
    git("init", "--quiet", cwd=project)
    for name in ("user.name", "user.email"):
        git("config", name, "editor@example.org", cwd=project)
    git("add", "docs", "mkdocs.yml", cwd=project)
    git("commit", "--quiet", "--message", "A digest", cwd=project)
    git("remote", "add", "origin", str(remote), cwd=project)
    run = engine("mkdocs", "gh-deploy", "--strict", cwd=project)
    assert run.returncode == 0, run.stderr
    published = git("ls-tree", "-r", "--name-only", "gh-pages", cwd=remote).splitlines()
    assert {"index.html", "people/index.html", "sitemap.xml", "search/search_index.json"} <= set(published)
    assert any(name.startswith("stories/") for name in published)
