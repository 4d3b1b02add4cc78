// What every page does: short keys for links and buttons, word when the network fails, forms that are sent once.
"use strict";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

// A control with data-key="n" is pressed by that key, unless something is being typed.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const wanted = [...document.querySelectorAll("[data-key]")].filter(
    (each) => each.dataset.key === event.key && each.checkVisibility() && !each.disabled,
  );
  const control = wanted.at(-1);
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.click();
});

// A form is sent once: a second press while the first is under way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else if (!form.hasAttribute("hx-post")) form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

document.addEventListener("htmx:sendError", () => {
  const line = document.createElement("p");
  line.textContent = "网络断开，操作没有送达，请稍后再试。";
  document.getElementById("notices").append(line);
  setTimeout(() => line.remove(), 6000);
});
