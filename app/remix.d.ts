import type { Seen } from "~/domain/insight/reach";

/** Loaders' data keep their types over single fetch. */
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
/** What the server around the app tells the loaders of one request. */
declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** The page is drawn for all readers, to be kept. */
    isShared?: boolean;
    /** Takes what a shared page shows of solutions: it is counted whenever the page is sent. */
    keepSeen?: (seen: Seen) => void;
  }
}
export {};
