// Reading a document: copy a citation with its address, and let the contents follow where one reads. Without it everything can be read and linked.
(() => {
  const sections = document.querySelectorAll("[data-citation]");
  const said = document.querySelector("[data-copied]");

  const copy = async (button, section) => {
    const address = new URL(`#${section.getAttribute("aria-labelledby")}`, section.dataset.address || location.href);
    await navigator.clipboard.writeText(`${section.dataset.citation}, ${address}`);
    said.textContent = `Gekopieerd: ${section.dataset.citation}`;
    button.textContent = "Gekopieerd";
    setTimeout(() => { button.textContent = "Kopieer verwijzing"; }, 2500);
  };

  if (navigator.clipboard && said) {
    for (const section of sections) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy-citation no-print";
      button.textContent = "Kopieer verwijzing";
      button.setAttribute("aria-label", `Kopieer verwijzing naar ${section.dataset.citation}`);
      button.addEventListener("click", () => copy(button, section));
      section.querySelector("h1, h2, h3, h4").after(button);
    }
  }

  const links = new Map([...document.querySelectorAll(".contents a[href^='#']")].map((link) => [link.hash.slice(1), link]));
  if (!links.size) return;
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(entry.target.getAttribute("aria-labelledby"))?.setAttribute("aria-current", "location");
    }
  }, { rootMargin: "-15% 0px -75% 0px" });
  for (const section of sections) watch.observe(section);
})();
