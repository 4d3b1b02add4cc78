// Choosing submissions in the queue: all at once, and how many there are.
"use strict";

const boxes = () => [...document.querySelectorAll('#bulk [name="submission"]')];

function tell() {
  const chosen = boxes().filter((box) => box.checked).length;
  const line = document.getElementById("chosen");
  if (!line) return;
  line.textContent = chosen ? `已勾选 ${chosen} 份` : "勾选后可批量处理";
  for (const button of document.querySelectorAll(".bulk button")) button.disabled = chosen === 0;
  const all = document.getElementById("all");
  all.checked = chosen > 0 && chosen === boxes().length;
  all.indeterminate = chosen > 0 && !all.checked;
}

document.addEventListener("change", (event) => {
  if (event.target.id === "all") for (const box of boxes()) box.checked = event.target.checked;
  if (event.target.id === "all" || event.target.name === "submission") tell();
});
document.addEventListener("htmx:afterSettle", tell);
document.addEventListener("DOMContentLoaded", tell);
