import { z } from "zod";
import { line, optionalLine } from "../fields";

export const SignInForm = z.object({ name: line(254), password: line(200), to: optionalLine(2000) });
export type SignInForm = z.output<typeof SignInForm>;
