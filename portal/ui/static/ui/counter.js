// Under a long text stands how much room there is: it counts along, and says how much is too much. Nothing that was typed is cut off.
(() => {
  const number = new Intl.NumberFormat("nl-NL");
  const count = (said) => {
    const text = document.getElementById(said.dataset.countOf);
    const most = Number(said.dataset.most);
    if (!text) return;
    const tell = () => {
      const left = most - [...text.value.replace(/\r?\n/g, "\r\n")].length;
      said.classList.toggle("is-over", left < 0);
      said.textContent = left < 0 ? `${number.format(-left)} tekens te veel` : `Nog ${number.format(left)} tekens`;
      said.setAttribute("aria-live", left < most / 10 ? "polite" : "off");
    };
    text.addEventListener("input", tell);
    tell();
  };
  const all = (where) => where.querySelectorAll("[data-count-of]").forEach(count);
  all(document);
  document.addEventListener("htmx:afterSwap", (event) => all(event.detail.target));
})();
