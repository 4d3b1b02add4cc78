// The draft's points: the sum at once, kept as one goes on to the next.
"use strict";

const form = document.getElementById("points");
const points = [...document.querySelectorAll("[data-points]")];

function sum() {
  const total = points.reduce((all, each) => all + (Number(each.value) || 0), 0);
  document.getElementById("sum").textContent = String(Math.round(total * 100) / 100);
}

document.addEventListener("change", (event) => {
  if (event.target.form === form) htmx.trigger(form, "save");
});
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-points]")) sum();
});
