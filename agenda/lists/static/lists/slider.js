// The slider says which meeting it stands at, and shows it when let go. Without this script the button does.
(() => {
  const slider = document.querySelector("#vergadering");
  if (!slider) return;
  const names = [...document.querySelectorAll("#vergaderingen option")].map((option) => option.label);
  const said = document.querySelector("#gekozen");
  slider.form.querySelector("button").hidden = true;
  slider.addEventListener("input", () => { said.textContent = names[slider.value]; });
  slider.addEventListener("change", () => slider.form.requestSubmit());
})();
