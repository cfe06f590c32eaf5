// A list that is put in order: by dragging, or by the buttons without leaving the page. Without this script the buttons ask the server.
(() => {
  const list = document.querySelector(".sortable");
  if (!list) return;
  const status = document.querySelector("#volgorde-gezegd");

  const renumber = () => {
    const rows = [...list.children];
    rows.forEach((row, place) => {
      row.querySelector(".agenda-number").textContent = place + 1;
      row.querySelector("[name=up]").hidden = place === 0;
      row.querySelector("[name=down]").hidden = place === rows.length - 1;
    });
  };

  const say = (row) => {
    const place = [...list.children].indexOf(row) + 1;
    status.textContent = `${row.querySelector(".row-title").textContent}: nu op plaats ${place} van ${list.children.length}. Nog niet bewaard.`;
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[name=up], [name=down]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("li");
    if (button.name === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    renumber();
    (button.hidden ? row.querySelector("button:not([hidden])") : button).focus();
    say(row);
  });

  let dragged = null;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    dragged.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    dragged.classList.remove("is-dragged");
    renumber();
    say(dragged);
    dragged = null;
  });
  for (const row of list.children) row.draggable = true;
  renumber();
})();
