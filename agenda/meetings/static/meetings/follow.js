// A page that follows a meeting: asks every few seconds whether something changed, and shows it without a reload.
(() => {
  const EVERY = 4000; // milliseconds
  const region = document.querySelector("[data-follow]");
  if (!region) return;
  let etag = null;
  let asking = false;

  const isBusy = () => region.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");

  const ask = async () => {
    if (asking || document.hidden || isBusy()) return;
    asking = true;
    try {
      const answer = await fetch(location.pathname + location.search, {
        headers: { "X-Following": "1", ...(etag ? { "If-None-Match": etag } : { "If-None-Match": '"none"' }) },
        cache: "no-store",
        credentials: "same-origin",
      });
      document.dispatchEvent(new Event(answer.status >= 500 ? "portal:fails" : "portal:works"));
      if (answer.status === 200 && !answer.redirected) {
        etag = answer.headers.get("ETag");
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-follow]");
        if (fresh && fresh.innerHTML !== region.innerHTML && !isBusy()) show(fresh);
      }
    } catch (lost) {
      document.dispatchEvent(new Event("portal:fails")); // the next round asks again
    } finally {
      asking = false;
    }
  };

  const show = (fresh) => {
    const open = new Set([...region.querySelectorAll("details[open] > summary")].map((each) => each.textContent));
    for (const fold of fresh.querySelectorAll("details")) {
      if (open.has(fold.querySelector("summary")?.textContent)) fold.open = true;
    }
    region.replaceChildren(...fresh.childNodes);
  };

  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
})();
