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
    check(counted(browser) == "Entries with these words: 1 of 41.", counted(browser))
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
    check(browser.driver.find_element(By.ID, "_nothing").text == "No entry has these words.", "nobody is told")
    check(not counted(browser), counted(browser))
    check(not browser.driver.find_element(By.ID, "_summary").is_displayed(), "a summary of nothing")
    browser.driver.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == everyone)
    # An address that somebody typed, and from there to another one.
    browser.open(page, "#?q=50%")
    browser.run("location.hash = '#50%'")
    browser.run("location.hash = '#?q=voice+rec'")
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == ["speechsuper"])


def plain_words(browser, page, older):
    """Words are found however they are written; a kind of data and a part of the page are offered."""
    def found(text):
        field = browser.driver.find_element(By.NAME, "q")
        field.clear()
        field.send_keys(text)
        return shown(browser)

    def offered():
        return browser.driver.find_element(By.ID, "_offers").text

    browser.open(page)
    check(len(found("email")) > 15 and found("email") == found("E-mail"), "hyphens matter")
    check(found("Children’s voice") and found("childrens voice") == found("children's voice"), "apostrophes matter")
    some = found("speechsuper zzzz")
    check(some == ["speechsuper"] and counted(browser).startswith("No entry has all these words."), counted(browser))
    check(found("mlab") == ["mongodb-atlas"], "a name of another document", shown(browser))
    found("object")
    check("Questions and objections" in offered(), offered())
    for text, key, name in [("photo", "photos", "Photos"), ("voice", "voice-recording", "Voice recording")]:
        found(text)
        state = browser.run(STATE, "data", key)
        sure = browser.run("""return new Set([...document.querySelectorAll("article")].filter((one) =>
            (one.dataset.data || "").split(" ").includes(arguments[0])).map((one) => one.dataset.provider)).size""", key)
        said = f"Which data: {name}: {sure} certain, {state['open']} not certain"
        check(said in offered() and state["open"] > 10, said, offered())
    browser.driver.find_element(By.PARTIAL_LINK_TEXT, "Which data: Voice recording").click()
    WebDriverWait(browser.driver, 5).until(lambda _: "Voice recording" in browser.driver.find_element(By.ID, "_chosen").text)
    check(fragment(browser) == "#?data=voice-recording" and shown(browser) == ["speechsuper"], fragment(browser))
    browser.open(older)
    check(found("mlab"), "a name of a record")


def part_of_the_list(browser, page):
    """A part of the list never looks like the whole, neither on the screen nor in print."""
    browser.open(page, "#?q=united&whose=student&data=email-address")
    for media in ("", "print"):
        browser.media([], media)
        line = browser.driver.find_element(By.ID, "_part")
        rows = [row for row in browser.driver.find_elements(By.CSS_SELECTOR, "[id^=_row-]") if row.is_displayed()]
        check(line.is_displayed() and len(rows) < 41, media, "no line")
        for said in ("Part of the list:", "united", "Whose data: Students", "Which data: E-mail address", "of 39.", "not shown here"):
            check(said in line.text, media, said, line.text)
    browser.media([])
    browser.open(page)
    check(not browser.driver.find_element(By.ID, "_part").is_displayed(), "the whole is called a part")


def both_at_once(browser, page):
    """A group and a kind of data must stand in the same disclosure, and what never passes is not possible."""
    browser.open(page, "#?whose=student&data=email-address&open=yes")
    found = shown(browser)
    for key in ("sendgrid", "edlink", "facebook-ads"):
        check(key not in found, key, "is said to get e-mail addresses of students", found)
    browser.open(page, "#?whose=teacher&data=email-address")
    check("sendgrid" in shown(browser), "what is said of teachers", shown(browser))
    browser.open(page, "#?whose=student&data=birth-date&open=yes")
    check("twilio" not in shown(browser), "birth dates of teachers are those of students", shown(browser))
    # Of some data it is not said whose it is.
    browser.open(page, "#?whose=student&data=email-address&open=yes")
    marked = browser.run("""return [...document.querySelectorAll("[id^=_row-] .maybe")]
        .filter((one) => one.checkVisibility()).map((one) => one.closest("tr").id)""")
    check({"_row-google-workspace", "_row-zendesk"} <= set(marked), "an unknown group is a no", marked)


def questions(browser, folder):
    """Where to ask, and what nobody says of objections, near the top; records are found from every list."""
    browser.open(folder / "2025-11-17/service-providers.html")
    browser.driver.find_element(By.LINK_TEXT, "Questions and objections").click()
    section = browser.driver.find_element(By.CSS_SELECTOR, "section[aria-labelledby=_objections]")
    check("do not say whether, how or until when" in section.text, section.text)
    link = section.find_element(By.TAG_NAME, "a").get_attribute("href")
    check(link == "https://classdojo.zendesk.com/hc/en-us/requests/new", link)
    for start in (folder / "2025-11-17/service-providers.html", folder / "2025-11-17/data-transparency.html",
                  folder / "all-editions/site/index.html"):
        browser.open(start)
        browser.driver.find_element(By.CSS_SELECTOR, "a[href$='2018-11-05/data-transparency.html']").click()
        said = browser.driver.find_element(By.TAG_NAME, "h1").text
        check(said == "ClassDojo: data transparency", start, said)
    texts = browser.run("return [...document.querySelectorAll('main > ul a')].map((one) => one.textContent)")
    check(len(texts) == 25 and len(set(texts)) == 25, "links say the same", texts)


def withheld(browser, page):
    browser.open(page, "#?withheld=payment-card")
    found = set(shown(browser))
    check(found == {"apple-app-store-payments", "google-play-app-store-payments", "stripe"}, found)


# What a filter shows, and what its choice should show.
STATE = """
    const [name, value] = arguments;
    const has = (list) => (list || "").split(" ").includes(value);
    const cards = [...document.querySelectorAll("article")];
    const of = (key) => cards.filter((card) => has(card.dataset[key]));
    const providers = (list) => new Set(list.map((card) => card.dataset.provider));
    const [sure, open] = [of(name), of(name + "Possible")];
    const rows = [...document.querySelectorAll("[id^=_row-]")].filter((row) => row.checkVisibility());
    const ids = (list) => list.map((one) => one.id.replace("_row-", ""));
    const line = document.getElementById("_open");
    return {
        certain: ids(sure), possible: ids(open),
        open: [...providers(open)].filter((one) => !providers(sure).has(one)).length,
        shown: ids(rows), marked: ids(rows.filter((row) => row.querySelector(".maybe").checkVisibility())),
        cards: cards.filter((card) => card.checkVisibility()).length, address: location.hash,
        said: document.getElementById("_chosen").innerText,
        line: line.checkVisibility() ? line.innerText : "",
    };"""


def filters(browser, page):
    """Each choice shows those that surely answer it, and the others on demand; the address says so."""
    browser.open(page)
    everyone = shown(browser)
    selects = browser.driver.find_elements(By.TAG_NAME, "select")
    names = [select.get_attribute("name") for select in selects]
    box = browser.driver.find_element(By.NAME, "open")
    for name, select in zip(names, selects):
        narrowed = False
        choices = browser.run("return [...arguments[0].options].slice(1).map((one) => [one.value, one.text])", select)
        for value, text in choices:
            Select(select).select_by_value(value)
            state = browser.run(STATE, name, value)
            certain, possible = set(state["certain"]), set(state["possible"])
            check(set(state["shown"]) == certain and state["cards"] == 0, name, value, state)
            check(state["address"] == f"#?{name}={value}" and text in state["said"], name, value, state)
            narrowed |= len(certain) < len(everyone)
            check((f": {state['open']}." in state["line"]) == (state["open"] > 0), name, value, state)
            if state["open"]:
                box.click()
                state = browser.run(STATE, name, value)
                first = state["shown"][:len(certain)]
                check(set(state["shown"]) == certain | possible, name, value, state)
                check(set(first) == certain, name, value, "what is certain is not first", state)
                check(set(state["marked"]) == possible, name, value, state)
                check(state["address"] == f"#?{name}={value}&open=yes", name, value, state)
                box.click()
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
    check("twilio" not in shown(browser), "data of one group is taken for that of another")
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
    browser.driver.find_element(By.LINK_TEXT, "SpeechSuper").click()
    WebDriverWait(browser.driver, 5).until(lambda _: len(shown(browser)) == 41)
    back = browser.driver.find_element(By.CSS_SELECTOR, "#speechsuper a[data-back]")
    check(back.text == "Back to what was found", back.text)
    browser.run("arguments[0].click()", back)
    WebDriverWait(browser.driver, 5).until(lambda _: shown(browser) == ["speechsuper"])
    check(fragment(browser) == "#?q=voice+rec", fragment(browser))
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


def timeline(browser, folder):
    """Who came and went counts as the page of changes does, and is seen whole on a phone."""
    for width in (360, 1400):
        browser.size(width, 800)
        browser.open(folder / "all-editions/site/index.html")
        wide, heads = browser.run("""const table = document.querySelector(".timeline");
            return [table.parentNode.scrollWidth - table.parentNode.clientWidth,
                [...table.querySelectorAll("[scope=rowgroup]")].map((one) => one.textContent.trim())]""")
        check(wide <= 0, width, "px wide: the last list is cut off by", wide)
        check({"New: 19", "No longer listed: 11"} <= set(heads), heads)
    row = browser.driver.find_element(By.ID, "g-suite").text
    check("became Google Workspace" in row, row)
    check("came after G Suite" in browser.driver.find_element(By.ID, "google-workspace").text, "no way back")


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
    # As wide as a sheet of A4.
    browser.size(700, 900)
    browser.media([], "print")
    cell = browser.run("return getComputedStyle(document.querySelector('[id^=_row-] td')).display")
    browser.media([])
    browser.size(1400, 900)
    check(cell == "table-cell", "on paper the summary is no table", cell)
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


def accessibility(browser, pages, axe):
    for page in pages:
        browser.open(page)
        # Everything is judged, also what is folded.
        browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        browser.run(axe)
        # Only contrast depends on the colours.
        for features, rules in [(LIGHT, EVERY_RULE), (DARK, ["color-contrast"])]:
            browser.media(features)
            found = browser.driver.execute_async_script("""
                const done = arguments[arguments.length - 1];
                axe.run({ runOnly: arguments[0], resultTypes: ["violations"] })
                    .then((result) => done(result.violations));""", rules)
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
    plain_words(browser, page, folder / "own/2018-11-05/service-providers.html")
    part_of_the_list(browser, page)
    both_at_once(browser, page)
    questions(browser, folder / "own")
    withheld(browser, page)
    names = filters(browser, page)
    check(names == ["whose", "data", "company", "place", "denied", "withheld", "section", "setting"], names)
    small_filters(browser, page)
    deep_links(browser, page)
    without_script(browser, page)
    in_print(browser, page)
    announced(browser, folder / "announced")
    site_links(browser, folder / "own")
    records(browser, folder / "own")
    timeline(browser, folder / "own")
    sizes(browser, editions + site[:4] + site[4::20])
    for name, width, height, features in [
        ("phone", 360, 800, LIGHT), ("desktop", 1400, 900, LIGHT), ("dark", 1400, 900, DARK),
    ]:
        browser.size(width, height)
        browser.media(features)
        browser.open(page)
        browser.shoot(name)
        browser.open(folder / "own/all-editions/site/index.html", "#_providers")
        browser.shoot(f"{name}-timeline")
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
        lambda browser: accessibility(browser, (editions + site)[::2], axe),
        lambda browser: accessibility(browser, (editions + site)[1::2], axe),
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
