// Rulings within the workbench: reasons are shown when one is needed; the button that was pressed says what is sent.
"use strict";

const formOf = (element) => element.closest("form.choices");

function showGrounds(form, wanted) {
  for (const each of form.querySelectorAll(".grounds")) each.hidden = each.dataset.for !== wanted;
  for (const each of form.querySelectorAll("[data-grounds]")) {
    each.setAttribute("aria-expanded", String(each.dataset.grounds === wanted));
  }
  form.querySelector(".grounds:not([hidden]) button")?.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("form.choices button");
  if (!button) return;
  const form = formOf(button);
  if (button.dataset.grounds) {
    showGrounds(form, button.getAttribute("aria-expanded") === "true" ? "" : button.dataset.grounds);
    return;
  }
  const written = button.closest(".grounds")?.querySelector("textarea");
  if ("written" in button.dataset && !written.value.trim()) {
    event.preventDefault();
    written.focus();
    return;
  }
  form.elements.namedItem("reason").value = "written" in button.dataset ? written.value : (button.dataset.reason ?? "");
});

document.addEventListener("keydown", (event) => {
  const area = event.target.closest(".grounds textarea");
  if (area && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    area.parentElement.querySelector("[data-written]").click();
  }
  if (event.key === "Escape" && event.target.closest(".grounds")) {
    event.stopPropagation();
    showGrounds(formOf(event.target), "");
    formOf(event.target).querySelector("[data-grounds]").focus();
  }
});

// Once it is sent, the keys go on from the item's own line.
document.addEventListener("htmx:afterSettle", (event) => {
  const item = event.target.closest(".item");
  if (item) item.querySelector("summary").focus({ preventScroll: true });
});
