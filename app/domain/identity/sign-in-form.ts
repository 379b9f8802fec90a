import { z } from "zod";
import { line, optionalLine } from "../fields";
import { typedPassword } from "./registration-form";

export const SignInForm = z.object({ name: line(254), password: typedPassword(), to: optionalLine(2000) });
export type SignInForm = z.output<typeof SignInForm>;
