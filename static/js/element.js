// The class of the custom element: wasm-bindgen cannot extend HTMLElement. All else is in src/web/.

/** Defines `name`, an element whose shadow root holds what `mount(host, stage)` draws. */
export function define(name, style, mount) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);

  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ["src", "lang", "query", "county", "year", "limit"];
      #mounted = null;

      connectedCallback() {
        // An element that is moved within the document keeps what it shows.
        if (this.#mounted) return;
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        const stage = document.createElement("div");
        stage.className = "stage";
        root.replaceChildren(stage);
        this.#mounted = mount(this, stage);
      }

      disconnectedCallback() {
        queueMicrotask(() => {
          if (this.isConnected) return;
          this.#mounted?.unmount();
          this.#mounted = null;
        });
      }

      attributeChangedCallback() {
        this.#mounted?.update();
      }
    },
  );
}
