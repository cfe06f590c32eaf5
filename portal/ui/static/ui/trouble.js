// What a page asks of the server in the background may fail: a line says so and goes away when it works again. What is on the page stays.
(() => {
  const said = document.querySelector("#storing");
  const say = (words) => { if (said.textContent !== words) said.textContent = words; };
  const fails = () => say("Het portaal is even niet bereikbaar. Wat u ziet en typte blijft staan. Wij proberen het steeds opnieuw.");
  document.addEventListener("htmx:sendError", fails);
  document.addEventListener("htmx:responseError", (event) => { if (event.detail.xhr.status >= 500) fails(); });
  document.addEventListener("htmx:afterSwap", () => say(""));
  document.addEventListener("portal:fails", fails);
  document.addEventListener("portal:works", () => say(""));
})();
