"""`digest add` and `digest fetch` as a user types them, with a server on this machine."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import digest, tree
from webserver import Reply

ROOT = Path(__file__).parents[2]
ARTICLE = """<!doctype html><html lang="en"><head><title>Ferry to Skerry runs again | Island Post</title>
<meta property="og:site_name" content="Island Post"><meta property="og:title" content="Ferry to Skerry runs again">
</head><body><article><h1>Ferry to Skerry runs again</h1>
<p>The ferry between Skerry and the mainland took up its service again on Monday after a week of storms, the harbour
master said. Some 200 islanders had been waiting for it.</p>
<p>“We have never had to wait for so long,” said Una Marr, who keeps the only shop of the island. The council wants to
pay for a second boat, which would cost two million crowns.</p>
<p>The next storm is expected at the end of the week, and the company has promised to say a day ahead whether the boat
will leave. Until then it runs three times a day.</p></article></body></html>""".encode()
FEED = b"""<rss version="2.0"><channel><title>Island Post</title><item><title>Ferry</title><link>/ferry</link>
<guid>1</guid><description>The ferry runs.</description></item></channel></rss>"""


@pytest.fixture
def home(tmp_path, web):
    """A new project that may ask this machine."""
    assert digest("init", str(tmp_path / "home"), cwd=tmp_path).returncode == 0
    home = tmp_path / "home"
    (home / "digest.yml").write_text("# mine\nfetch:\n  delay: 0\n  retries: 0\n  allow: [127.0.0.1]\n")
    web.answers["/ferry"] = Reply(ARTICLE, headers={"Content-Type": "text/html", "ETag": '"f1"'})
    web.answers["/feed"] = Reply(FEED, headers={"Content-Type": "application/rss+xml"})
    return home


def test_from_an_address_to_the_site(web, home):
    run = digest("add", web.url("/ferry"), cwd=home)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(f"new  seeds/127.0.0.1-{web.port}/ferry-")
    run = digest("check", "--strict", cwd=home)
    assert (run.returncode, run.stderr) == (0, "")
    assert digest("build", "--pages-only", "--strict", cwd=home).returncode == 0
    (page,) = (home / "docs" / "articles").glob("*.md")
    assert "Ferry to Skerry runs again" in page.read_text(encoding="utf-8")


def test_follow_and_fetch(web, home):
    run = digest("add", web.url("/feed"), "--follow", cwd=home)
    assert run.returncode == 0, run.stderr
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["new", "new", "follow"]
    text = (home / "digest.yml").read_text()
    assert text.startswith("# mine\n")
    assert text.endswith(f'feeds:\n  - "{web.url("/feed")}"\n')
    before = tree(home / "seeds")
    run = digest("fetch", cwd=home)
    assert (run.returncode, run.stdout.split()[0]) == (0, "unchanged")
    assert tree(home / "seeds") == before
    assert web.paths == ["/feed", "/ferry", "/feed"]


def test_fetch_of_no_feeds_says_how_to_add_one(home):
    run = digest("fetch", cwd=home)
    assert (run.returncode, run.stderr) == (0, "")
    assert "--follow" in run.stdout


def test_fetch_of_some_feeds(web, home):
    web.answers["/other"] = Reply(FEED)
    feeds = (
        f'feeds:\n  - "{web.url("/feed")}"\n  - {{address: "{web.url("/other")}", publisher: Island Post, pages: no}}\n'
    )
    (home / "digest.yml").write_text((home / "digest.yml").read_text() + feeds)
    for name in ("other", "island post"):
        web.asked.clear()
        assert digest("fetch", name, cwd=home).returncode == 0
        assert web.paths == ["/other"]
    run = digest("fetch", "nothing like it", cwd=home)
    assert (run.returncode, web.paths) == (2, ["/other"])


def test_one_bad_source_does_not_stop_the_others(web, home, tmp_path):
    (tmp_path / "a.txt").write_text("An article of our own.")
    run = digest("add", web.url("/none"), str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), web.url("/ferry"), cwd=home)
    assert run.returncode == 1
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["failed", "copied", "failed", "new"]
    assert f"{web.url('/none')}: error[not-found]: " in run.stderr
    assert f"{tmp_path}/b.txt: error[no-file]: " in run.stderr


def test_own_network_is_refused_unless_allowed(web, home):
    (home / "digest.yml").write_text("fetch: {delay: 0, retries: 0}\n")
    run = digest("add", web.url("/ferry"), cwd=home)
    assert (run.returncode, web.asked) == (1, [])
    assert "error[private-address]" in run.stderr
    assert "--allow 127.0.0.1" in run.stderr
    assert digest("add", web.url("/ferry"), "--allow", "127.0.0.1", cwd=home).returncode == 0
    assert digest("add", web.url("/ferry"), "--allow", "http://x/", cwd=home).returncode == 2


def test_for_programs(web, home):
    run = digest("add", web.url("/feed"), web.url("/none"), "--format", "json", cwd=home)
    data = json.loads(run.stdout)
    assert [(r["outcome"], r["kind"], r["entries"]) for r in data["results"]] == [
        ("new", "feed", 1), ("new", "page", None), ("failed", "page", None),
    ]  # fmt: skip
    assert [(p["code"], p["path"]) for p in data["problems"]] == [("not-found", web.url("/none"))]
    assert (run.stderr, run.returncode) == ("", 1)


def test_quiet(web, home):
    run = digest("add", web.url("/feed"), "--quiet", cwd=home)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_addresses_from_standard_input(web, home):
    command = [sys.executable, "-c", "from digest.cli import main; main()", "add", "-"]
    run = subprocess.run(command, cwd=home, input=web.url("/ferry").encode(), capture_output=True, check=False)
    assert (run.returncode, web.paths) == (0, ["/ferry"])


def test_a_page_cannot_be_followed(web, home):
    web.answers["/front"] = Reply(b'<!doctype html><link type="application/rss+xml" href="/feed"><p>x')
    run = digest("add", web.url("/front"), "--follow", cwd=home)
    assert run.returncode == 0
    assert "note[no-feed]" in run.stderr
    assert f"the page names a feed: {web.url('/feed')}" in run.stderr
    assert "feeds:" not in (home / "digest.yml").read_text()


@pytest.mark.parametrize("command", [["add", "https://example.org/"], ["fetch"]])
def test_mistakes_in_digest_yml_are_shown_where_they_are(home, command):
    (home / "digest.yml").write_text("feeds:\n  - here\nfetch:\n  dely: 5\n")
    for arguments in (command, ["check"]):
        run = digest(*arguments, cwd=home)
        assert run.returncode == 1
        assert "digest.yml:2:5: error[bad-value]" in run.stderr
        assert "digest.yml:4:3: error[unknown-key]" in run.stderr
        assert "did you mean 'delay'?" in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_stopping_leaves_nothing_half_written(web, home):
    """Ctrl+C while the second address drips: the first is whole, with its sidecar; of the second there is nothing."""
    web.answers["/slow"] = Reply(raw=[b"HTTP/1.1 200 OK\r\n\r\n", *(b"<p>" for _ in range(1000))], pause=0.05)
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a test in the background is deaf
    code = f"{hear}; from digest.cli import main; main()"
    command = [sys.executable, "-c", code, "add", web.url("/ferry"), web.url("/slow")]
    run = subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert web.wait_for("/slow")
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=30)
    assert (run.returncode, errors.split()) == (130, [b"stopped"])
    files = [path.name for path in (home / "seeds" / f"127.0.0.1-{web.port}").iterdir()]
    assert sorted(name.partition(".")[2] for name in files) == ["html", "yml"]
    web.answers["/slow"] = Reply(ARTICLE)
    run = digest("add", web.url("/ferry"), web.url("/slow"), cwd=home)
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["unchanged", "new"]


def test_other_commands_do_not_load_what_fetching_needs(home):
    code = (
        "import sys, digest.cli as c, digest.pipeline\n"
        "[c.cli.get_command(None, name) for name in c.COMMANDS]\n"
        "print(sorted({'httpx', 'protego', 'asyncio', 'ssl', 'digest.fetch'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=home, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_every_code_stands_in_the_manual():
    manual = (ROOT / "docs" / "manual" / "fetching.md").read_text(encoding="utf-8")
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "digest" / "fetch").glob("*.py"))
    codes = set(re.findall(r"(?:FetchError|error|warning|note|unreachable)\(\s*\"([a-z]+(?:-[a-z]+)*)\",", source))
    codes |= set(re.findall(r": \(\"([a-z-]+)\", \"", source))
    assert {"robots", "exists", "moved", "forbidden"} <= codes
    assert not [code for code in sorted(codes) if f"`{code}`" not in manual]
