"""A folder of hostile inputs, and what reading it must make of each."""

import json
from pathlib import Path

STORY = (
    "The harbour council of Port Ellery voted on Tuesday to close the old ferry terminal.",
    "Two members walked out before the vote, and the mayor said the decision “could not wait another winter”.",
    "Repairs to the pier would have cost £4 million, according to an engineers’ report.",
)
ARTICLE = "Council closes ferry terminal\n\n" + "\n\n".join(STORY) + "\n"


def told(place: str) -> str:
    """The same story of another place, so that it is no duplicate."""
    return ARTICLE.replace("Port Ellery", place)


# Each file's bytes, and the article it becomes (True) or the category of the reason for which it is refused.
FILES: dict[str, tuple[bytes, bool | str]] = {
    "good.txt": (ARTICLE.encode(), True),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b"\xef\xbb\xbf \r\n\t\n \n", "empty"),
    "near_empty.txt": (b"Council votes\n", "near-empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
    "zeros.txt": (bytes(4096), "binary"),
    "photo.jpg": (b"\xff\xd8\xff\xe0 JFIF", "unknown file type"),
    "utf16.txt": (told("Whitby").encode("utf-16"), True),
    "utf16_unmarked.txt": (told("Margate").encode("utf-16-le"), True),
    "windows1252.txt": (told("Calais").encode("cp1252"), True),
    "windows_lines.txt": (b"\xef\xbb\xbf" + told("Dover").replace("\n", "\r\n").encode(), True),
    "broken_utf8.txt": (told("Hull").encode().replace("£".encode(), b"\xc2"), "undecodable"),
    "older_encoding.txt": (
        "Городской совет проголосовал за закрытие порта во вторник.".encode("koi8-r"),
        "undecodable",
    ),
    "styles_only.txt": (b".card{color:red;margin:0}\n@media (min-width:1px){.card{color:blue;}}\n", "near-empty"),
    "styles_inside.txt": (told("Deal").replace("Two", ".x{margin:0;color:red}Two").encode(), True),
    "emoji_only.txt": ("🎉🚀 👩‍💻\n✨✨✨\n".encode(), "near-empty"),
    "long_line.txt": (b"The ferry sailed and " * 250_000, "too large"),
    "odd_quotes.txt": (told("Hythe").replace("”", "").replace("the old", 'the "old').encode(), True),
    "german.txt": (
        "Der Hafenrat hat am Dienstag beschlossen, das alte Terminal zu schließen, weil es zu teuer ist.".encode(),
        "not English",
    ),
    "right_to_left.txt": (
        "صوت مجلس الميناء يوم الثلاثاء على إغلاق محطة العبارات القديمة في المدينة بعد جدل طويل.".encode(),
        "not English",
    ),
    "utf16_shouted.txt": (told("Whitby").upper().encode(), "duplicate"),
    "page.html": (
        (
            "<html><head><title>Terminal shut</title><meta property='og:site_name' content='Ellery Post'></head><body>"
            "<nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav><article><h1>Terminal shut</h1>"
            + "".join(
                f"<p>{line.replace('Port Ellery', 'Port Anne')} It was a long evening for all of them.</p>"
                for line in STORY
            )
            + "<p>The page still said &lt;script&gt;alert(1)&lt;/script&gt; hours after the vote.</p></article>"
            "<script>track('reader')</script><footer>All rights reserved</footer></body></html>"
        ).encode(),
        True,
    ),
    "page_without_article.html": (b"<html><body><script>var a = 1;</script></body></html>", "no article"),
    "no_title.txt": ("\n".join(STORY).replace("Port Ellery", "Rye").encode(), True),
    "no_full_stop.txt": (told("Lydd").replace(".", "").encode(), True),
    "script_in_text.txt": (told("Sandgate").replace("report", "report <script>alert(1)</script>").encode(), True),
    "no_text_column.csv": (b"headline,body\nCouncil votes,They voted\n", "no text column"),
    "README.md": (b"# What this folder holds\n", "README"),
    "nested/notes.docx": (b"PK\x03\x04", "unknown file type"),
    "nested/.hidden.txt": (ARTICLE.encode(), "hidden"),
    "many.jsonl#1": (json.dumps({"text": told("Poole"), "outlet": "Poole Echo"}).encode(), True),
    "many.jsonl#2": (b'{"text": "cut off', "broken JSON"),
    "many.jsonl#3": (json.dumps({"text": told("Poole"), "outlet": "Poole Echo"}).encode(), "duplicate"),
    "many.jsonl#4": (json.dumps({"text": 7}).encode(), "no text"),
}


def write_hostile_folder(path: Path) -> dict[str, bool | str]:
    """Write the inputs into a folder; for each, as tables name it: True for an article, or its reason's category."""
    for name in [*FILES, "many.jsonl"]:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
    rows = [content for name, (content, _) in FILES.items() if name.startswith("many.jsonl#")]
    (path / "many.jsonl").write_bytes(b"\n".join(rows) + b"\n")
    for name, (content, _) in FILES.items():
        if "#" not in name:
            (path / name).write_bytes(content)
    return {name: expected for name, (_, expected) in FILES.items()}
