"use strict";
(() => {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  document.documentElement.classList.add("js");

  const read = (row, column, kind) => {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent.trim();
    return kind === "number" ? Number.parseFloat(text) || 0 : text;
  };
  for (const button of document.querySelectorAll("button.sort")) {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const body = button.closest("table").tBodies[0];
      const kind = button.dataset.kind;
      const turn = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      const rows = [...body.rows].sort((a, b) => {
        const [left, right] = [read(a, head.cellIndex, kind), read(b, head.cellIndex, kind)];
        return turn * (kind === "number" ? left - right : collator.compare(left, right));
      });
      for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", turn === 1 ? "ascending" : "descending");
      body.append(...rows);
    });
  }

  for (const group of document.querySelectorAll("[data-filters]")) {
    const subject = group.dataset.filters;
    const items = group.parentElement.querySelectorAll(`[data-${subject}]`);
    group.addEventListener("click", (event) => {
      const chosen = event.target.closest("button");
      if (!chosen) return;
      for (const button of group.querySelectorAll("button"))
        button.setAttribute("aria-pressed", String(button === chosen));
      for (const item of items) item.hidden = chosen.dataset.value !== "" && item.dataset[subject] !== chosen.dataset.value;
    });
  }
  const reveal = (target) => {
    const held = target.closest("[hidden]");
    if (held) held.closest("section").querySelector("[data-filters] button").click();
  };

  const viewer = document.getElementById("viewer");
  const show = (target) => {
    const figure = target.closest("figure.page");
    const sheet = figure.querySelector(".sheet").cloneNode(true);
    for (const mark of sheet.querySelectorAll(".mark")) {
      if (mark.id === target.id || target === figure) mark.classList.add("on");
      mark.removeAttribute("id");
    }
    viewer.querySelector(".viewer-title").textContent = figure.dataset.title;
    viewer.querySelector(".viewer-page").replaceChildren(sheet);
    viewer.showModal();
    const mark = sheet.querySelector(".mark.on");
    if (mark) mark.scrollIntoView({ block: "center" });
  };
  viewer.querySelector(".viewer-close").addEventListener("click", () => viewer.close());
  viewer.addEventListener("click", (event) => { if (event.target === viewer) viewer.close(); });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    if (target.closest("figure.page") && typeof viewer.showModal === "function") {
      event.preventDefault();
      show(target);
    } else reveal(target);
  });
})();
