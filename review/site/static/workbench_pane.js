// One side of the viewer: a document, one of its pages, the marks on it, and what was read there.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const AROUND_MARK = 5; // thousandths of the page's width

class Pane {
  constructor(base, told) {
    this.base = base;
    this.told = told; // called with the pane when another page is shown
    this.root = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.select = this.find(".pane-document");
    this.strip = this.find(".strip");
    this.about = this.find(".about");
    this.stage = new Stage(this.find(".stage"), () => this.#showZoom());
    this.document = null;
    this.page = 1;
    this.pages = 0;
    this.marks = [];
    this.#listen();
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  // Shows a page with its marks, and moves to the one that is current. Marks: {box, locator, text, current}.
  async show({ document: path, page = 1, marks = [] }) {
    this.marks = marks;
    const option = [...this.select.options].find((each) => each.value === path);
    if (!option) return this.#showNoPage(path, marks.find((each) => each.current));
    const there = path === this.document && page === this.page && this.stage.sheet;
    if (path !== this.document) this.#showStrip(option);
    [this.document, this.page] = [path, page];
    this.told(this);
    this.#showPager();
    if (there || (await this.#fetch(path, page))) this.#drawMarks();
  }

  turnTo(page) {
    if (page >= 1 && page <= this.pages) this.show({ document: this.document, page });
  }

  picture(page, width, option = this.select.selectedOptions[0]) {
    return `${this.base}/pages/${option.dataset.sha256}/${page}.webp?width=${width}`;
  }

  // Has the browser fetch a page that will be looked at next.
  prepare(path, page) {
    const option = [...this.select.options].find((each) => each.value === path);
    if (option && page <= Number(option.dataset.pages)) new Image().src = this.picture(page, 1000, option);
  }

  async #fetch(path, page) {
    const asked = (this.asked = Symbol("page"));
    this.root.setAttribute("aria-busy", "true");
    try {
      const query = new URLSearchParams({ document: path, page });
      const answer = await fetch(`${this.base}/sheet?${query}`, { headers: { "HX-Request": "true" } });
      if (answer.headers.has("HX-Redirect")) location.assign(answer.headers.get("HX-Redirect"));
      const holder = document.createElement("template");
      holder.innerHTML = await answer.text();
      if (asked !== this.asked) return false;
      const sheet = holder.content.querySelector(".sheet");
      this.about.replaceChildren(...[holder.content.querySelector(".about-page")].filter(Boolean));
      htmx.process(this.about);
      this.about.scrollTop = 0;
      if (sheet) {
        sheet.querySelector("img").addEventListener("error", () => this.#showUndrawable(sheet));
        this.stage.put(sheet);
      } else this.stage.say(holder.content);
      return Boolean(sheet);
    } catch {
      if (asked === this.asked) {
        this.stage.say(document.getElementById("failed").content.cloneNode(true));
        this.about.replaceChildren();
      }
      return false;
    } finally {
      if (asked === this.asked) this.root.removeAttribute("aria-busy");
    }
  }

  // A page that can't be drawn still has its text.
  #showUndrawable(sheet) {
    sheet.classList.add("undrawable");
    this.showText(true);
  }

  showText(wanted = !this.root.classList.contains("with-text")) {
    this.root.classList.toggle("with-text", wanted);
    this.find("[data-act=text]").setAttribute("aria-pressed", String(wanted));
  }

  #showNoPage(path, mark) {
    [this.document, this.page, this.pages] = [path, 1, 0];
    this.asked = null;
    const card = document.getElementById("no-page").content.cloneNode(true);
    card.querySelector(".no-page-where").textContent = [path, mark?.locator].filter(Boolean).join(" ");
    card.querySelector("blockquote").textContent = mark?.text ?? "";
    this.stage.say(card);
    this.about.replaceChildren();
    this.strip.replaceChildren();
    this.select.selectedIndex = -1;
    this.#showPager();
    this.told(this);
  }

  #drawMarks() {
    const group = this.find(".marks");
    group.replaceChildren();
    let wanted = null;
    for (const mark of this.marks) {
      const box = mark.box ?? this.#boxOf(mark);
      if (!box) continue;
      const rect = document.createElementNS(SVG, "rect");
      const height = this.stage.ratio * 1000;
      const place = {
        x: box[0] * 1000 - AROUND_MARK,
        y: box[1] * height - AROUND_MARK,
        width: (box[2] - box[0]) * 1000 + 2 * AROUND_MARK,
        height: (box[3] - box[1]) * height + 2 * AROUND_MARK,
        class: mark.current ? "mark current" : "mark",
      };
      for (const [name, value] of Object.entries(place)) rect.setAttribute(name, value);
      group.append(rect);
      if (mark.current) wanted = box;
    }
    if (wanted) this.stage.focus(wanted);
    else this.stage.fit();
  }

  // Where a format has no pages, a place is the line of our layout that holds its words.
  #boxOf({ locator, text }) {
    const lines = [...this.root.querySelectorAll(".line")].filter((each) => each.dataset.locator === locator);
    const holding = lines.filter((each) => {
      const words = each.textContent.trim();
      return words && text && (words.includes(text) || text.includes(words));
    });
    const areas = (holding.length ? holding : lines).map((each) => each.querySelector("rect").getBBox());
    if (!areas.length) return null;
    const height = this.stage.ratio * 1000;
    return [
      Math.min(...areas.map((area) => area.x)) / 1000,
      Math.min(...areas.map((area) => area.y)) / height,
      Math.max(...areas.map((area) => area.x + area.width)) / 1000,
      Math.max(...areas.map((area) => area.y + area.height)) / height,
    ];
  }

  #showStrip(option) {
    option.selected = true;
    this.pages = Number(option.dataset.pages);
    const pages = this.pages > 1 ? this.pages : 0;
    this.strip.hidden = !pages;
    this.strip.replaceChildren(
      ...Array.from({ length: pages }, (_, index) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.page = index + 1;
        button.setAttribute("aria-label", `第 ${index + 1} 页`);
        const image = document.createElement("img");
        Object.assign(image, { loading: "lazy", alt: "", width: 54, height: 76 });
        image.src = this.picture(index + 1, 200, option);
        const number = document.createElement("span");
        number.textContent = index + 1;
        button.append(image, number);
        return button;
      }),
    );
  }

  #showPager() {
    this.find(".pane-page").textContent = this.pages ? `${this.page} / ${this.pages}` : "–";
    this.find("[data-act=page-before]").disabled = this.page <= 1;
    this.find("[data-act=page-next]").disabled = this.page >= this.pages;
    for (const each of this.strip.children) {
      const here = Number(each.dataset.page) === this.page;
      each.tabIndex = here ? 0 : -1;
      if (here) {
        each.setAttribute("aria-current", "page");
        each.scrollIntoView({ block: "nearest", behavior: "instant" });
      } else each.removeAttribute("aria-current");
    }
  }

  #showZoom() {
    const there = Boolean(this.stage.sheet);
    this.find(".pane-zoom").textContent = there ? `${Math.round(this.stage.zoom * 100)}%` : "–";
  }

  act(name) {
    const acts = {
      "page-before": () => this.turnTo(this.page - 1),
      "page-next": () => this.turnTo(this.page + 1),
      "zoom-in": () => this.stage.zoomBy(1.25),
      "zoom-out": () => this.stage.zoomBy(0.8),
      "zoom-fit": () => this.stage.fit(),
      rotate: () => this.stage.rotate(),
      text: () => this.showText(),
      again: () => this.show({ document: this.document, page: this.page, marks: this.marks }),
    };
    const known = acts[name];
    if (known && (this.stage.sheet || name.startsWith("page") || name === "again")) known();
    return Boolean(known);
  }

  #listen() {
    this.root.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.act) this.act(button.dataset.act);
      else if (button?.dataset.page) this.turnTo(Number(button.dataset.page));
      else if (button?.classList.contains("fact")) this.#pickFact(button);
      else if (event.target.closest(".line")) this.#pickLine(event.target.closest(".line"));
    });
    this.select.addEventListener("change", () => this.show({ document: this.select.value }));
    this.strip.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step && this.strip.children[[...this.strip.children].indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }

  // A fact's place becomes the current mark.
  #pickFact(button) {
    const { box, locator, text } = button.dataset;
    const others = this.marks.map((each) => ({ ...each, current: false }));
    this.marks = [...others, { box: corners(box), locator, text, current: true }];
    this.#drawMarks();
    this.#pick(button.closest("li").dataset.fact.split(" "));
  }

  // A line tells which facts are read from it.
  #pickLine(line) {
    const facts = line.dataset.facts.split(" ").filter(Boolean);
    for (const each of this.root.querySelectorAll(".line.picked")) each.classList.remove("picked");
    line.classList.add("picked");
    const words = `“${line.textContent.trim()}”，把握 ${line.dataset.confidence}`;
    const about = this.find("p.picked");
    about.textContent = facts.length ? words : `${words}。这一行没有提取出事实。`;
    about.hidden = false;
    this.#pick(facts);
  }

  #pick(facts) {
    for (const each of this.root.querySelectorAll("[data-fact]")) {
      each.classList.toggle("picked", facts.includes(each.dataset.fact));
    }
    this.find("[data-fact].picked")?.scrollIntoView({ block: "nearest" });
  }
}

// Four numbers of an attribute; nothing where there are none.
const corners = (text) => (text ? text.split(" ").map(Number) : null);
