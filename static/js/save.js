// Saving a file: there is no shorter way than a link that is chosen by the page itself.

/** Offers a text as a file of this name and media type. */
export function save(name, type, text) {
  offer(name, new Blob([text], { type }));
}

/** Offers a drawing of the page as a picture. */
export async function savePicture(name, title, svg) {
  offer(name, await picture(title, svg));
}

/** Whether pictures can be copied. */
export function canCopyPicture() {
  return "ClipboardItem" in window;
}

/** Copies a drawing of the page as a picture. Fails where the page may not. */
export async function copyPicture(title, svg) {
  // Some browsers take only what is on its way when the reader asks.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture(title, svg) })]);
}

/**
 * A drawing of the page as a picture, with its title above. It is painted element by element, as it looks now: a strict policy
 * lets no drawing be loaded as an image.
 */
function picture(title, svg) {
  const SCALE = 2, MARGIN = 16, HEAD = 44;
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + HEAD + MARGIN) * SCALE;
  const pen = canvas.getContext("2d");
  const own = getComputedStyle(svg);
  pen.fillStyle = own.getPropertyValue("--paper");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = own.getPropertyValue("--ink");
  pen.font = `600 18px ${own.fontFamily}`;
  pen.fillText(title, MARGIN, 28);
  pen.translate(MARGIN, HEAD);
  for (const element of svg.querySelectorAll("rect, line, text")) draw(pen, element, svg);
  return new Promise((done) => canvas.toBlob(done));
}

function draw(pen, element, svg) {
  const style = getComputedStyle(element);
  const at = (attribute) => Number(element.getAttribute(attribute));
  const path = new Path2D(element.getAttribute("d") ?? "");
  if (element.tagName === "rect") path.rect(at("x"), at("y"), at("width"), at("height"));
  path.moveTo(at("x1"), at("y1"));
  path.lineTo(at("x2"), at("y2"));
  pen.globalAlpha = style.fillOpacity;
  pen.fillStyle = ink(pen, style.fill, svg);
  if (element.tagName === "text") {
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.textAlign = style.textAnchor === "middle" ? "center" : style.textAnchor;
    pen.fillText(element.textContent, at("x"), at("y"));
  } else {
    pen.fill(path);
  }
  pen.globalAlpha = 1;
  if (style.stroke === "none" || element.tagName === "text") return;
  pen.strokeStyle = style.stroke;
  pen.lineWidth = parseFloat(style.strokeWidth);
  pen.setLineDash(style.strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? []);
  pen.stroke(path);
}

/** A colour, or the pattern that a paint names. */
function ink(pen, paint, svg) {
  const id = paint.match(/#([^")]+)/)?.[1];
  if (!id) return paint === "none" ? "transparent" : paint;
  const SHARP = 4;
  const tile = document.createElement("canvas");
  tile.width = tile.height = 6 * SHARP;
  const small = tile.getContext("2d");
  small.scale(SHARP, SHARP);
  for (const element of svg.querySelectorAll(`[id="${id}"] > *`)) draw(small, element, svg);
  const pattern = pen.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / SHARP));
  return pattern;
}

function offer(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken what it needs when this turn is over, some only a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
