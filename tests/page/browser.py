"""Uses the pages as people do, in headless Chromium: browser.py FOLDER AXE.JS [SCREENSHOTS]

FOLDER has one folder of exports for each register. The files are opened from disk. Any error on the
console, any request for something else, and any failed check ends the run.
"""

import concurrent.futures
import pathlib
import re
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync""".split()
LIGHT, DARK = [[{"name": "prefers-color-scheme", "value": value}] for value in ("light", "dark")]
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Browser:
    """A browser that remembers what it was asked for."""

    def __init__(self, profile, screenshots=None):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in [*FLAGS, f"--user-data-dir={profile}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = webdriver.ChromeService("/usr/bin/chromedriver")
        self.driver = webdriver.Chrome(options=options, service=service)
        self.screenshots = screenshots
        self.cdp("Network.enable", {})
        # What the browser's own first page asked for does not count.
        self.driver.get("about:blank")
        self.driver.get_log("performance")

    def cdp(self, command, arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def open(self, page, address=""):
        # A fragment alone would not load the page anew.
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + address)

    def size(self, width, height):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", size)

    def media(self, features, media=""):
        self.cdp("Emulation.setEmulatedMedia", {"features": features, "media": media})

    def shoot(self, name):
        if self.screenshots:
            self.driver.save_screenshot(str(self.screenshots / f"{name}.png"))

    def quiet(self, where):
        """Nothing on the console, and no request but for the pages themselves."""
        errors = self.driver.get_log("browser")
        check(not errors, where, errors)
        asked = [re.findall(r'"request":\{.*?"url":"([^"]*)"', entry["message"])
                 for entry in self.driver.get_log("performance")]
        asked = {address.split("#")[0] for addresses in asked for address in addresses}
        foreign = [a for a in asked if not (a.startswith("file:") and a.endswith(".html"))
                   and a != "about:blank"]
        check(not foreign, where, foreign)


def check(holds, *said):
    """Like assert, which Python can turn off."""
    if not holds:
        raise AssertionError(" ".join(map(str, said)))


def shown(browser):
    """The anchors of the rows of the summary that are shown. The cards are shown with all rows, or not at all."""
    cards, rows, chosen = browser.run("""
        const ids = (list) => [...list].filter((one) => one.checkVisibility()).map((one) => one.id);
        return [ids(document.querySelectorAll("article")), ids(document.querySelectorAll("[id^=_row-]")),
            [...document.querySelectorAll("select, [name=q]")].some((one) => one.value)]""")
    rows = [row.removeprefix("_row-") for row in rows]
    check(cards == [] if chosen else sorted(cards) == sorted(rows), "a provider is shown twice", cards, rows)
    return rows


def counted(browser):
    return browser.driver.find_element(By.CSS_SELECTOR, "output").text


def fragment(browser):
    return browser.run("return location.hash")


def search(browser, page):
    browser.open(page)
    everyone = shown(browser)
    check(counted(browser) == "Providers in this list: 39. Entries: 41.", counted(browser))
    field = browser.driver.find_element(By.NAME, "q")
    field.send_keys("voice rec")
    check(shown(browser) == ["speechsuper"], "search for data", shown(browser))
    check("1 of 39" in counted(browser), counted(browser))
    check(fragment(browser) == "#?q=voice+rec", fragment(browser))
    browser.driver.back()
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == everyone)
    browser.driver.forward()
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == ["speechsuper"])
    for text, anchor in [("g suite", "google-workspace"), ("CZECHIA", "pdfcrowd"), ("edlink", "edlink")]:
        field.clear()
        field.send_keys(text)
        check(anchor in shown(browser) and len(shown(browser)) < 5, text, shown(browser))
    field.clear()
    field.send_keys("zzzz")
    check(not shown(browser), "nothing is found", shown(browser))
    check(browser.driver.find_element(By.ID, "_nothing").is_displayed(), "nobody is told")
    browser.driver.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == everyone)


def filters(browser, page):
    """Each choice shows those that surely answer it, and the others on demand; the address says so."""
    browser.open(page)
    everyone = shown(browser)
    selects = browser.driver.find_elements(By.TAG_NAME, "select")
    names = [select.get_attribute("name") for select in selects]
    only = browser.driver.find_element(By.NAME, "open")
    for name, select in zip(names, selects):
        narrowed = False
        for option in Select(select).options[1:]:
            value = option.get_attribute("value")
            Select(select).select_by_value(value)
            certain, possible, open_providers = browser.run("""
                const [name, value] = arguments;
                const has = (list) => (list || "").split(" ").includes(value);
                const cards = [...document.querySelectorAll("article")];
                const of = (key) => cards.filter((c) => has(c.dataset[key]));
                const providers = (list) => new Set(list.map((c) => c.dataset.provider));
                const [sure, open] = [of(name), of(name + "Possible")];
                return [sure.map((c) => c.id), open.map((c) => c.id),
                    [...providers(open)].filter((one) => !providers(sure).has(one)).length]""", name, value)
            check(set(shown(browser)) == set(certain), name, value, shown(browser), certain)
            check(fragment(browser) == f"#?{name}={value}", fragment(browser))
            check(only.is_displayed() == (open_providers > 0), name, value, "nobody is told what is open")
            check(option.text in browser.driver.find_element(By.ID, "_chosen").text, "the choice is not said")
            narrowed |= len(certain) < len(everyone)
            if open_providers:
                said = browser.driver.find_element(By.ID, "_open").text
                check(f": {open_providers}." in said, name, value, said, open_providers)
                only.click()
                is_shown = shown(browser)
                check(set(is_shown) == set(certain) | set(possible), name, value, is_shown)
                check(set(is_shown[:len(certain)]) == set(certain), name, value, "what is certain is not first")
                marked = browser.run("""return [...document.querySelectorAll("[id^=_row-]")].filter((r) =>
                    r.querySelector(".maybe").checkVisibility()).map((r) => r.id.replace("_row-", ""))""")
                check(set(marked) == set(possible), name, value, "marked", marked, possible)
                check(fragment(browser) == f"#?{name}={value}&open=yes", fragment(browser))
                only.click()
        check(narrowed, name, "never leaves anybody out")
        Select(select).select_by_value("")
    check(shown(browser) == everyone, "not everybody is back")
    return names


def small_filters(browser, page):
    """On a phone the filters are closed, and a line says what is chosen."""
    browser.size(360, 800)
    browser.open(page, "#?whose=student&company=cn")
    box = browser.driver.find_element(By.ID, "_choices")
    check(box.get_attribute("open") is None, "the filters are open on a phone")
    said = browser.driver.find_element(By.ID, "_chosen").text
    check(said == "Chosen: Whose data: Students; Company in: China", said)
    check(shown(browser) == ["speechsuper"], shown(browser))
    box.find_element(By.TAG_NAME, "summary").click()
    check(browser.driver.find_element(By.NAME, "company").is_displayed(), "the filters do not open")
    browser.size(1400, 900)


def deep_links(browser, page):
    browser.open(page, "#?whose=student&data=voice-recording")
    found = shown(browser)
    check("speechsuper" in found, "two filters", found)
    first = browser.driver.find_element(By.CSS_SELECTOR, "tbody tr:not([hidden])").text
    check("SpeechSuper" in first and "possibly" not in first, "who surely gets it is not first", first)
    check(Select(browser.driver.find_element(By.NAME, "whose")).first_selected_option.text == "Students",
          "the choice is not shown")
    # Twilio gets data of parents, and birth dates; those are of teachers alone.
    marked = "return document.querySelector('#_row-twilio .maybe').checkVisibility()"
    browser.open(page, "#?whose=parent&data=birth-date&open=yes")
    check(browser.run(marked), "data of one group is taken for that of another")
    browser.open(page, "#?whose=parent&data=birth-date")
    check("twilio" not in shown(browser), "what is open is shown without being asked for")
    browser.open(page, "#?whose=teacher&data=birth-date")
    check("twilio" in shown(browser) and not browser.run(marked), "what is said of a group is called possible")
    browser.open(page, "#?data=no-such-kind")
    check(len(shown(browser)) == 41, "an unknown choice hides cards")
    # A name in the summary leads to its card, and back to what was found.
    browser.open(page, "#?q=voice+rec")
    browser.driver.find_element(By.LINK_TEXT, "SpeechSuper").click()
    WebDriverWait(browser.driver, 5).until(lambda _: len(shown(browser)) == 41)
    check(fragment(browser) == "#speechsuper", fragment(browser))
    browser.driver.back()
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == ["speechsuper"])
    browser.open(page, "#slack")
    top = browser.run("return document.getElementById('slack').getBoundingClientRect().top")
    check(0 <= top < 400, "the card is not in view", top)
    link = browser.driver.find_element(By.CSS_SELECTOR, "#speechsuper a[href='#_data-voice-recording']")
    browser.run("arguments[0].click()", link)
    row = browser.driver.find_element(By.ID, "_data-voice-recording")
    check("SpeechSuper" in row.text, "a kind of data does not lead to who gets it", row.text)


def site_links(browser, folder):
    """From the index to a kind of data, to who gets it, to the whole list, to what changed, and back."""
    browser.open(folder / "all-editions/site/index.html")
    title, old = "Service providers of ClassDojo", "2018-11-05"
    for link, heading in [
        ("Voice recording", "Voice recording"), ("SpeechSuper", "SpeechSuper"), ("The whole list", title),
        ("What changed", f"What changed: {old} to 2025-11-17"), ("Stripe", "Stripe"), ("All lists", title),
        (old, title), ("Data transparency", "ClassDojo: data transparency"),
        ("MLab", title), ("#_data-ip-address th a", "IP address"), ("All lists", title),
    ]:
        by = By.CSS_SELECTOR if link.startswith("#") else By.LINK_TEXT
        browser.driver.find_element(by, link).click()
        said = browser.driver.find_element(By.TAG_NAME, "h1").text
        check(said == heading, link, "leads to", said)
    for page in (folder / old / "service-providers.html", folder / "all-editions/site/providers/stripe.html"):
        browser.open(page)
        feed = browser.run("return document.querySelector('link[rel=alternate]').href")
        check(feed == (folder / "all-editions/site/changes.atom").as_uri(), feed)
    link = browser.run("return [...document.querySelectorAll('a')].some((one) => one.href.endsWith('.atom'))")
    check(link, "no link to the feed is seen")


def records(browser, folder):
    """From a provider to a record that names it, and back."""
    browser.open(folder / "2018-11-05/service-providers.html", "#aws")
    card = browser.driver.find_element(By.ID, "aws")
    card.find_element(By.TAG_NAME, "summary").click()
    card.find_element(By.LINK_TEXT, "Phone number").click()
    check(fragment(browser) == "#_record-2", fragment(browser))
    record = browser.driver.find_element(By.ID, "_record-2")
    check("AWS" in record.text, record.text)
    record.find_element(By.LINK_TEXT, "AWS").click()
    check(fragment(browser) == "#aws", fragment(browser))


def pictures(browser, folder):
    """Each picture has words for those who do not see it, its table, and scrolls in a box of its own."""
    site = folder / "all-editions/site"
    for page, table in [
        (folder / "2025-11-17/service-providers.html", "_flow-table"), (site / "index.html", "_providers"),
        (site / "data/email-address.html", "_list-2025-11-17"), (site / "providers/openai.html", "_list-2025-11-17"),
    ]:
        for width, media in [(320, ""), (1400, ""), (1400, "print")]:
            browser.size(width, 800)
            browser.media(LIGHT, media)
            browser.open(page)
            said, box, whole, seen, covered = browser.run("""
                const picture = document.querySelector("svg");
                const text = picture.querySelector("text");
                const out = [...picture.querySelectorAll("text")].filter((one) => {
                    const [own, all] = [one.getBoundingClientRect(), picture.getBoundingClientRect()];
                    return own.right > all.right + 1 || own.bottom > all.bottom + 1;
                });
                return [picture.getAttribute("aria-label"), getComputedStyle(picture.parentNode).overflowX,
                    document.documentElement.scrollWidth <= document.documentElement.clientWidth,
                    text.checkVisibility() && document.getElementById(arguments[0]).checkVisibility(),
                    out.map((one) => one.textContent)]""", table)
            check(said and whole and seen and not covered, page, width, media, said, whole, seen, covered)
            check(media or box == "auto", page, box)
    browser.media([])
    browser.size(1400, 900)


def without_script(browser, page):
    browser.open(page)
    texts = "return [...document.querySelectorAll('article, tbody tr')].map((one) => one.textContent)"
    everything = browser.run(texts)
    browser.cdp("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.open(page)
    visible = browser.run("""return [...document.querySelectorAll("article, tbody tr")]
        .filter((one) => one.checkVisibility()).map((one) => one.textContent)""")
    form = browser.driver.find_element(By.TAG_NAME, "form").is_displayed()
    browser.cdp("Emulation.setScriptExecutionDisabled", {"value": False})
    check(visible == everything, "without JavaScript something is missing")
    check(not form, "a form without use is shown")


def in_print(browser, page):
    browser.open(page)
    browser.media([], "print")
    hidden, closed = browser.run("""
        const seen = (one) => one.checkVisibility({ contentVisibilityAuto: true });
        return [[...document.querySelectorAll("form, nav, .skip")].filter(seen).length,
            [...document.querySelectorAll("article dd")].filter((one) => !seen(one)).length]""")
    browser.shoot("print")
    pages = browser.cdp("Page.printToPDF", {"printBackground": False})["data"]
    browser.media([])
    check(hidden == 0, "controls are printed")
    check(closed == 0, closed, "facts are not printed")
    check(len(pages) > 10_000, "the print is empty")


def sizes(browser, pages):
    for page in pages:
        for width in (320, 360, 1400):
            browser.size(width, 800)
            browser.open(page)
            wide = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            check(wide <= 0, page, width, "px wide: scrolls sideways by", wide)
            # The same from right to left.
            browser.run("document.documentElement.dir = 'rtl'")
            wide = browser.run("""const page = document.documentElement;
                return [page.scrollWidth - page.clientWidth, page.getBoundingClientRect().left]""")
            check(wide[0] <= 0 and wide[1] >= 0, page, width, "px wide, right to left: scrolls sideways", wide)
            if width == 320:
                browser.shoot(f"rtl-{page.stem}")
            small = browser.run("""return [...document.querySelectorAll("button, input, select, nav a, .top, summary")]
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
                .map((one) => one.outerHTML)""")
            check(not small, page, "targets below 24 px", small)
    browser.size(1400, 900)


def accessibility(browser, pages, axe, features, only):
    browser.media(features)
    for page in pages:
        browser.open(page)
        # Everything is judged, also what is folded.
        browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        browser.run(axe)
        found = browser.driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            axe.run({ runOnly: arguments[0], resultTypes: ["violations"] })
                .then((result) => done(result.violations));""", only)
        said = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]
        check(not said, page, features, said)
    browser.media([])


def key_stroke(browser, page, folder):
    """Milliseconds of a key stroke, with the rows of the page and with a thousand."""
    def measured(at):
        browser.open(at)
        return browser.run("""
            const field = document.querySelector("[name=q]");
            const times = [..."voice rec"].map((letter) => {
                const start = performance.now();
                field.value += letter;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                document.body.getBoundingClientRect();
                return performance.now() - start;
            });
            return [document.querySelectorAll("article").length, Math.max(...times)]""")

    text = page.read_text(encoding="utf-8")
    for pattern in (r'<tr id="_row-.*?</tr>\n', r"<article .*?</article>\n"):
        parts = re.findall(pattern, text, re.DOTALL)
        more = []
        for copy in range(1, 25):
            for part in parts:
                anchor = re.search(r'id="(?:_row-)?([^"]+)"', part).group(1)
                more.append(part.replace(f'"{anchor}', f'"{anchor}-{copy}')
                            .replace(f'"_row-{anchor}"', f'"_row-{anchor}-{copy}"')
                            .replace(f'"#{anchor}"', f'"#{anchor}-{copy}"'))
        text = text.replace(parts[-1], parts[-1] + "".join(more), 1)
    thousand = folder / "thousand.html"
    thousand.write_text(text, encoding="utf-8")
    few, many = measured(page), measured(thousand)
    check(many[0] >= 1000, "only", many[0], "cards")
    print(f"a key stroke takes at most {few[1]:.0f} ms with {few[0]} cards, {many[1]:.0f} ms with {many[0]}")
    check(many[1] < 1000, "a key stroke takes too long")


def announced(browser, folder):
    newest = sorted(folder.glob("*/service-providers.html"))[-1]
    browser.open(newest)
    text = browser.driver.find_element(By.ID, "_announced").text
    for said in ("2026-03-01", "2026-02-01", "Write to us."):
        check(said in text, "not announced:", said, text)
    above = browser.run("""return document.getElementById("_announced").compareDocumentPosition(
        document.getElementById("_summary")) & Node.DOCUMENT_POSITION_FOLLOWING""")
    check(above, "the announcement stands below the list")
    select = Select(browser.driver.find_element(By.NAME, "status"))
    select.select_by_value("announced")
    check(shown(browser), "nothing is new")


def use(browser, folder, editions, site):
    """Everything but accessibility."""
    page = folder / "own/2025-11-17/service-providers.html"
    browser.size(1400, 900)
    search(browser, page)
    names = filters(browser, page)
    check(names == ["whose", "data", "company", "place", "denied", "section", "setting"], names)
    small_filters(browser, page)
    deep_links(browser, page)
    without_script(browser, page)
    in_print(browser, page)
    announced(browser, folder / "announced")
    site_links(browser, folder / "own")
    records(browser, folder / "own")
    pictures(browser, folder / "own")
    sizes(browser, editions + site[:4] + site[4::20])
    for name, width, height, features in [
        ("phone", 360, 800, LIGHT), ("desktop", 1400, 900, LIGHT), ("dark", 1400, 900, DARK),
    ]:
        browser.size(width, height)
        browser.media(features)
        browser.open(page)
        browser.shoot(name)
        browser.open(page, "#_flow")
        browser.shoot(f"{name}-flow")
        browser.open(page, "#?whose=student")
        browser.shoot(f"{name}-students")


def main(folder, axe, screenshots=None):
    started = time.monotonic()
    editions = sorted(folder.glob("*/*/service-providers.html")) + sorted(folder.glob("own/*/data-*.html"))
    site = sorted(folder.glob("own/all-editions/site/**/*.html"))
    check(len(editions) == 8 and len(site) > 100, "pages are missing", editions, site)
    page = folder / "own/2025-11-17/service-providers.html"
    tasks = [
        lambda browser: use(browser, folder, editions, site),
        lambda browser: accessibility(browser, editions + site, axe, LIGHT, EVERY_RULE),
        # Only contrast depends on the colours.
        lambda browser: accessibility(browser, editions + site, axe, DARK, ["color-contrast"]),
    ]

    def in_own_browser(task):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            browser = Browser(profile, screenshots)
            try:
                task(browser)
                browser.quiet("in the end")
            finally:
                browser.driver.quit()

    with concurrent.futures.ThreadPoolExecutor() as threads:
        for done in concurrent.futures.as_completed([threads.submit(in_own_browser, task) for task in tasks]):
            done.result()
    # Alone, so that nothing else takes the time.
    in_own_browser(lambda browser: key_stroke(browser, page, folder))
    print(f"{len(editions) + len(site)} pages in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    arguments = [pathlib.Path(argument) for argument in sys.argv[1:]]
    main(arguments[0], arguments[1].read_text(encoding="utf-8"), *arguments[2:])
