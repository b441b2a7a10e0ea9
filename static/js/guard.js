// The edge between the page and its engine. A trap, or an exception that ran through it, leaves WebAssembly's memory in a
// state that nobody knows: from then on no call goes in, and what was begun is told to whoever can begin anew.

let tell = () => {};

/** `listener(error)` is told once of each engine that stopped, after everything that was under way. */
export function whenStopped(listener) {
  tell = listener;
}

const thrown = new WeakSet();

/** Whether an error stopped an engine: then it is told, or will be. */
export function hasStopped(error) {
  return thrown.has(error);
}

/** An engine's exports. Once one of its functions throws, every later call is refused with a promise that rejects. */
export function guarded(exports) {
  let stopped = null;
  const guard = (call) => (...given) => {
    if (stopped) return refused(stopped);
    try {
      return call(...given);
    } catch (error) {
      if (!stopped) setTimeout(() => tell(error));
      stopped = error instanceof Error ? error : new Error(error);
      thrown.add(stopped);
      throw stopped;
    }
  };
  return Object.fromEntries(
    Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]),
  );
}

function refused(cause) {
  const error = new Error("the engine has stopped: open the archive again", { cause });
  const promise = Promise.reject(Object.assign(error, { code: "unsupported" }));
  // Most callers are listeners, and nobody waits for them.
  promise.catch(() => {});
  return promise;
}
