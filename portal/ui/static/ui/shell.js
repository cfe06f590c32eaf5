// "/" puts the cursor in the search field; Escape, or a press elsewhere, folds an open menu of the shell. Without scripts all of it works by hand.
(() => {
  const isTyping = (where) => where.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(where.tagName);
  const open = () => document.querySelector(".shell-menu[open]");
  document.addEventListener("keydown", (event) => {
    const menu = open();
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const field = [...document.querySelectorAll("[data-find]")].find((each) => each.offsetParent !== null);
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
  document.addEventListener("click", (event) => {
    const menu = open();
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
})();
