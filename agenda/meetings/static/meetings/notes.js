// What the secretaris types is kept as it is typed. A lost line, an ended session or another secretaris never costs a word:
// until the server has it, the text also stands in this browser.
(() => {
  const WAIT = 800; // milliseconds after the last key
  const AGAIN = 5000; // after a failure
  const PATIENCE = 15000; // for an answer: a lost line may never give one
  const form = document.querySelector("form[data-notes]");
  if (!form) return;
  const [field, version, said] = [form.elements.text, form.elements.version, document.querySelector("#aantekeningen-gezegd")];
  const [theirs, choice] = [document.querySelector("#andere-tekst"), document.querySelector("#andere-tekst-kiezen")];
  const kept = `aantekeningen:${form.action}`;

  // A page may come in that was made before the last save from here arrived. It is asked for once more.
  const newest = Number(sessionStorage.getItem(kept));
  sessionStorage.removeItem(kept);
  if (newest > Number(version.value)) return location.reload();

  let saved = field.value;
  let base = version.value; // the version that this text was written on
  let sent = null; // a text of which no answer told whether it arrived
  let timer = null;
  let sending = false;

  const say = (words) => { said.textContent = words; };

  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

  // Signing in again gives another token: the one that counts is in the cookie.
  const token = () => document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;

  const keepHere = () => localStorage.setItem(kept, JSON.stringify({ text: field.value, version: base, sent }));

  const save = async ({ isLeaving = false } = {}) => {
    if (sending || !choice.hidden) return; // while both texts stand there, the secretaris chooses first
    if (field.value === saved && sent === null) return;
    const text = field.value;
    sending = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST", credentials: "same-origin", redirect: "manual", keepalive: isLeaving, signal: AbortSignal.timeout(PATIENCE),
        headers: { Accept: "application/json", "X-CSRFToken": token() },
        body: new URLSearchParams({ text, version: version.value }),
      });
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return ended();
      const body = await answer.json();
      if (answer.status === 409 && body.text === sent) { arrived(body.version, sent); return later(0); }
      if (answer.status === 409) return differs(body);
      if (!answer.ok) return say(body.error);
      arrived(body.version, text);
      localStorage.removeItem(kept);
      say(`Bewaard om ${new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" })}.`);
    } catch (lost) {
      sent = text;
      keepHere();
      say("Geen verbinding. Uw tekst staat in deze browser en wordt bewaard zodra er weer verbinding is.");
      later(AGAIN);
    } finally {
      sending = false;
      if (field.value !== saved && field.value !== text) later(WAIT);
    }
  };

  const arrived = (number, text) => {
    version.value = base = String(number);
    [saved, sent] = [text, null];
    sessionStorage.setItem(kept, base);
  };

  const ended = () => {
    say("U bent niet meer ingelogd. Uw tekst staat in deze browser. Log in een ander tabblad in; dan wordt zij hier bewaard.");
    later(AGAIN);
  };

  const differs = (body) => {
    version.value = body.version;
    say(body.error);
    theirs.textContent = body.text;
    choice.hidden = false;
  };

  choice.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.value === "theirs") field.value = saved = theirs.textContent;
    if (button.value === "both") field.value = `${theirs.textContent}\n\n${field.value}`;
    base = version.value;
    choice.hidden = true;
    if (button.value === "theirs") localStorage.removeItem(kept);
    else keepHere();
    later(0);
  });

  field.addEventListener("input", () => {
    keepHere();
    say("Nog niet bewaard …");
    if (choice.hidden) later(WAIT);
  });
  addEventListener("online", () => later(0));
  addEventListener("beforeunload", () => save({ isLeaving: true }));

  // What this browser still held: kept at once where nobody else wrote since, shown beside the other text where somebody did.
  const own = JSON.parse(localStorage.getItem(kept) ?? "null");
  if (own && own.text === field.value) localStorage.removeItem(kept); // it arrived after all
  else if (own) {
    const here = field.value;
    field.value = own.text;
    [base, sent] = [own.version, own.sent ?? null];
    if (own.version === version.value || sent === here) {
      base = version.value;
      say("Dit is de tekst die in deze browser stond en nog niet bewaard was.");
      later(WAIT);
    } else {
      differs({ error: "Iemand schreef hier nadat u uw tekst typte. Beide teksten staan er.", text: here, version: version.value });
    }
  }
})();
