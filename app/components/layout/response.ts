import { createContext, useContext } from "react";

type ResponseFacts = {
  /** The Content-Security-Policy nonce of this response. */
  nonce: string;
  /** The id under which this request is in the log. */
  requestId: string;
};

/** Known while the server renders; empty in the browser, which hides nonces from scripts. */
export const ResponseContext = createContext<ResponseFacts>({ nonce: "", requestId: "" });

export function useResponse(): ResponseFacts {
  return useContext(ResponseContext);
}
