// The workbench: findings on the left lead to their places on the right; keys do all that the mouse does.
"use strict";

const bench = document.querySelector(".bench");
const claims = bench.querySelector(".claims");
const caption = bench.querySelector(".caption-text");
const dialog = document.querySelector(".keys");
const items = [...claims.querySelectorAll(".item")];
const base = bench.dataset.base;
const panes = [];
let active = null;
let current = null; // the open item
let spot = 0; // which of its places, from 1

const spotsOf = (item) => (item ? [...item.querySelectorAll("[data-spot]")] : []);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function addPane() {
  const pane = new Pane(base, tellAddress);
  pane.root.addEventListener("pointerdown", () => activate(pane));
  pane.root.addEventListener("focusin", () => activate(pane));
  panes.push(pane);
  bench.querySelector(".panes").append(pane.root);
  return pane;
}

function activate(pane) {
  active = pane;
  for (const each of panes) each.root.classList.toggle("active", panes.length > 1 && each === pane);
}

function view(name) {
  bench.dataset.view = name;
  for (const each of bench.querySelectorAll("[data-show]")) {
    each.setAttribute("aria-pressed", String(each.dataset.show === name));
  }
}

// Opens an item and goes to one of its places.
function open(item, place = 1, { scroll = true } = {}) {
  current?.querySelector("summary").removeAttribute("aria-current");
  current = item;
  item.open = true;
  item.querySelector("summary").setAttribute("aria-current", "true");
  if (scroll) item.scrollIntoView({ block: "nearest", behavior: calm.matches ? "instant" : "auto" });
  goTo(place);
}

function goTo(place) {
  const spots = spotsOf(current);
  spot = Math.max(0, Math.min(place, spots.length));
  for (const [index, each] of spots.entries()) {
    if (index + 1 === spot) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
  bench.querySelector("[data-act=spot-before]").disabled = spot <= 1;
  bench.querySelector("[data-act=spot-next]").disabled = spot >= spots.length;
  const name = current.querySelector(".item-name").textContent.trim();
  const link = spots[spot - 1];
  if (!link) {
    caption.textContent = `${name}：${current.querySelector(".no-spot")?.textContent ?? ""}`;
    if (current.dataset.document) active.show({ document: current.dataset.document });
    else tellAddress();
    return;
  }
  caption.textContent = `${name} · 依据 ${spot} / ${spots.length} · ${link.dataset.text}`;
  showSpot(active, spots, link);
  const next = spots[spot];
  if (next) active.prepare(next.dataset.document, Number(next.dataset.page));
}

function showSpot(pane, spots, link) {
  const { document: path, page } = link.dataset;
  const marks = spots
    .filter((each) => each.dataset.document === path && each.dataset.page === page)
    .map((each) => ({
      box: corners(each.dataset.box),
      locator: each.dataset.locator,
      text: each.dataset.text,
      current: each === link,
    }));
  pane.show({ document: path, page: Number(page), marks });
}

// The next or last item that is to be seen, with the focus on it.
function step(by) {
  const at = items.indexOf(current);
  const next = items[at < 0 ? 0 : at + by];
  if (!next) return;
  open(next);
  next.querySelector("summary").focus({ preventScroll: true });
}

// Two sides: beside what is shown, the item's place in another document, else the application, else the next document.
function compare() {
  const pressed = bench.querySelector("[data-act=compare]");
  if (panes.length > 1) {
    panes.pop().root.remove();
    activate(panes[0]);
  } else {
    const pane = addPane();
    pane.find(".pane-close").hidden = false;
    const spots = spotsOf(current);
    const elsewhere = spots.find((each) => each.dataset.document !== panes[0].document);
    const paths = [...pane.select.options].map((each) => each.value);
    const form = [...pane.select.options].find((each) => each.text.startsWith("申报表"))?.value;
    const other = form && form !== panes[0].document ? form : paths.find((each) => each !== panes[0].document);
    if (elsewhere) showSpot(pane, spots, elsewhere);
    else pane.show({ document: other ?? paths[0] });
  }
  pressed.setAttribute("aria-pressed", String(panes.length > 1));
  tellAddress();
}

// The address of what is shown, to be sent to a colleague.
function tellAddress() {
  const query = new URLSearchParams();
  if (current) query.set("finding", current.dataset.item);
  if (current && spot > 1) query.set("place", spot);
  const link = spotsOf(current)[spot - 1];
  const [first, second] = panes;
  if (first?.document && !(link?.dataset.document === first.document && Number(link.dataset.page) === first.page)) {
    query.set("document", first.document);
    query.set("page", first.page);
  }
  if (second?.document) {
    query.set("beside", second.document);
    query.set("beside_page", second.page);
  }
  history.replaceState(null, "", `?${query}`);
}

function toggleKeys() {
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

const acts = {
  "spot-before": () => spot > 1 && goTo(spot - 1),
  "spot-next": () => spot < spotsOf(current).length && goTo(spot + 1),
  compare,
  close: () => panes.length > 1 && compare(),
};
const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: acts["spot-next"],
  p: acts["spot-before"],
  c: compare,
  Escape: acts.close,
  "[": () => active.act("page-before"),
  "]": () => active.act("page-next"),
  "+": () => active.act("zoom-in"),
  "=": () => active.act("zoom-in"),
  "-": () => active.act("zoom-out"),
  0: () => active.act("zoom-fit"),
  r: () => active.act("rotate"),
  t: () => active.act("text"),
  "?": toggleKeys,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const act = keys[event.key];
  if (!act || (dialog.open && event.key !== "?")) return;
  event.preventDefault();
  act();
});

bench.addEventListener("click", (event) => {
  const control = event.target.closest("[data-act], [data-show], [data-open], [data-spot], .documents a, .keys-open");
  if (!control || (event.target.closest("a") && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
  const { act, show, open: key, spot: place, document: path } = control.dataset;
  if (control.closest("a")) event.preventDefault();
  if (act) acts[act]?.();
  else if (show) view(show);
  else if (key) open(items.find((each) => each.dataset.item === key));
  else if (control.classList.contains("keys-open")) toggleKeys();
  else {
    if (place) goTo(Number(place));
    else active.show({ document: path });
    view("pages");
  }
});

// An item that is opened by its own means is gone to.
claims.addEventListener(
  "toggle",
  (event) => event.target.open && event.target !== current && open(event.target),
  true,
);

function start() {
  const asked = new URLSearchParams(location.search);
  const pane = addPane();
  activate(pane);
  const wanted = items.find((each) => each.dataset.item === asked.get("finding"));
  const page = Number(asked.get("page")) || 1;
  const beside = { document: asked.get("beside"), page: Number(asked.get("beside_page")) || 1 };
  if (wanted) open(wanted, Number(asked.get("place")) || 1);
  else if (!asked.get("document") && items.length) open(items[0], 1, { scroll: false });
  if (asked.get("document")) pane.show({ document: asked.get("document"), page });
  if (beside.document) {
    compare();
    panes[1].show(beside);
  }
}

start();
