// Wagtail starts its date and time choosers with inline scripts, which our Content-Security-Policy refuses.
// This controller starts them from data attributes instead; the templates beside it write those.
(() => {
  const { Controller } = window.StimulusModule;

  class ChooserController extends Controller {
    static values = { start: String, config: Object };

    connect() {
      const input = this.element.querySelector("input");
      const start = window[this.startValue];
      if (start) start(input.id, this.configValue);
      else window.addEventListener("load", () => window[this.startValue](input.id, this.configValue), { once: true });
    }
  }

  window.wagtail.app.register("portal-chooser", ChooserController);
})();
