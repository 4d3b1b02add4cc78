// Corrections of facts: a box is drawn on the page, and the form says where.
"use strict";

const numbers = (box) => box.map((each) => each.toFixed(5)).join(" ");

function showDrawn(pane, box) {
  const group = pane.find(".marks");
  if (!group) return;
  group.querySelector(".drawn")?.remove();
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const height = pane.stage.ratio * 1000;
  rect.setAttribute("class", "drawn");
  rect.setAttribute("x", box[0] * 1000);
  rect.setAttribute("y", box[1] * height);
  rect.setAttribute("width", (box[2] - box[0]) * 1000);
  rect.setAttribute("height", (box[3] - box[1]) * height);
  group.append(rect);
}

function draw(button) {
  const form = button.form;
  const wanted = button.getAttribute("aria-pressed") !== "true";
  const pane = active;
  button.setAttribute("aria-pressed", String(wanted));
  pane.stage.drawBox(
    wanted
      ? (box) => {
          form.elements.namedItem("box").value = numbers(box);
          form.elements.namedItem("page").value = pane.page;
          form.querySelector(".drawn-told").textContent = `已框出第 ${pane.page} 页的一处`;
          showDrawn(pane, box);
        }
      : null,
  );
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("form.revise button");
  if (!button) return;
  if ("draw" in button.dataset) draw(button);
  if ("cancel" in button.dataset) {
    active.stage.drawBox(null);
    button.form.parentElement.replaceChildren();
  }
});

// A form that has just come takes the focus; what it would change is looked at again whenever it is changed.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.classList.contains("revision")) {
    event.target.querySelector("select, input:not([type=hidden])")?.focus();
    event.target.scrollIntoView({ block: "nearest" });
  }
});
document.addEventListener("input", (event) => {
  const form = event.target.closest("form.revise");
  if (form && event.target.name !== "reason") form.querySelector(".revision-preview").replaceChildren();
});
