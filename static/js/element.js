// The class of the custom element: wasm-bindgen cannot extend HTMLElement. All else is in src/web/.

const sheet = new CSSStyleSheet();
/** The elements that are in the document, in the order in which they came. */
const shown = new Set();
let draw = null;
let defined = false;

/**
 * Defines `name`, an element whose shadow root holds what `mount(host, stage)` draws. Called again, by an engine that takes
 * the place of one that stopped, it has every element drawn anew.
 */
export function define(name, style, mount) {
  sheet.replaceSync(style);
  draw = mount;
  if (defined) return shown.forEach((element) => element.restore());
  defined = true;

  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ["src", "lang", "query", "county", "year", "limit"];
      #mounted = null;

      connectedCallback() {
        // An element that is moved within the document keeps what it shows.
        if (this.#mounted) return;
        shown.add(this);
        this.#mount();
      }

      disconnectedCallback() {
        queueMicrotask(() => {
          if (this.isConnected) return;
          shown.delete(this);
          this.#mounted?.unmount();
          this.#mounted = null;
        });
      }

      attributeChangedCallback() {
        this.#mounted?.update();
      }

      #mount() {
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        const stage = document.createElement("div");
        stage.className = "stage";
        root.replaceChildren(stage);
        this.#mounted = draw(this, stage);
      }

      /** Draws anew, with the reader where they were and what they typed in the box. */
      restore() {
        const { scrollX, scrollY } = window;
        const box = () => this.shadowRoot.querySelector("#query");
        const { value = "", selectionStart, selectionEnd } = box() ?? {};
        const typing = this.shadowRoot.activeElement?.id === "query";
        // Without a height of its own the document would be too short to stay where it is.
        this.style.minHeight = `${this.offsetHeight}px`;
        const settle = () => {
          this.style.minHeight = "";
          if (typing) {
            box()?.focus({ preventScroll: true });
            box()?.setSelectionRange(selectionStart, selectionEnd);
          }
          scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
        };
        const ready = () => {
          const now = box();
          if (now && now.value !== value) {
            now.value = value;
            now.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
          // Drawings take their width a frame later.
          requestAnimationFrame(() => requestAnimationFrame(settle));
        };
        for (const told of ["baoyan:ready", "baoyan:error"]) this.addEventListener(told, ready, { once: true });
        this.#mount();
      }

      /** Forgets the engine that stopped. When there is none to come, what the document has in the element is shown. */
      stop(restarts) {
        this.#mounted = null;
        if (!restarts) this.shadowRoot.replaceChildren(document.createElement("slot"));
      }
    },
  );
  addEventListener("baoyan:stopped", ({ detail }) => shown.forEach((element) => element.stop(detail.restarts)));
}
