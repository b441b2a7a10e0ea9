// Fetching in parts: streams are much shorter to read here than through bindings.

/** More bytes are not taken: opening them would take more memory than many devices give a page. */
const MOST = 64_000_000;

const PAUSES = [300, 1500];

/** What is on its way, by address. */
const flying = new Map();

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The bytes of several files, fetched side by side; of one that does not come, the error. What fails is tried again after a
 * pause, and then after a longer one. What is on its way already is not asked for twice.
 */
export function fetchAll(addresses, again) {
  return Promise.all(
    addresses.map((address) => {
      if (again || !flying.has(address)) {
        const flight = fetchWhole(address, again).catch((error) => error);
        flying.set(address, flight);
        flight.then(() => flying.delete(address));
      }
      return flying.get(address);
    }),
  );
}

async function fetchWhole(address, again, attempt = 0) {
  try {
    const response = await fetch(address, { cache: again ? "reload" : "default" });
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (attempt === PAUSES.length) throw error;
    await pause(PAUSES[attempt]);
    return fetchWhole(address, again, attempt + 1);
  }
}

/**
 * The bytes of a file; `again` after an attempt that failed, when no cache is asked. `progress(received, total)` is told how
 * far they have come; a total of 0 is not known.
 */
export async function fetchBytes(address, again, progress) {
  const { ok, status, headers, body } = await fetch(address, { cache: again ? "reload" : "default" });
  if (!ok) throw new Error(`the server answered ${status}`);
  // The length of what is sent compressed is not the length of what comes out.
  const total = headers.has("content-encoding") ? 0 : Number(headers.get("content-length"));
  const parts = [];
  let received = 0;
  const tooLarge = new Error(`more than ${MOST / 1e6} MB: too large to be opened in a page`);
  tooLarge.code = "unsupported";
  for (const reader = body.getReader(); ; ) {
    if (Math.max(received, total) > MOST) {
      reader.cancel();
      throw tooLarge;
    }
    progress(received, total);
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
    received += value.length;
  }
}

/** Has the window hear `baoyan:again` after so many seconds. */
export function remind(seconds) {
  setTimeout(() => dispatchEvent(new Event("baoyan:again")), 1000 * seconds);
}
