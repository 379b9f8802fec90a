import type { ReactNode } from "react";
import { Section } from "../kit/page";

/** One part of a statement page: a heading and its points. */
export function StatementPart({
  id,
  title,
  points,
  children,
}: {
  id: string;
  title: string;
  points: readonly string[];
  children?: ReactNode;
}) {
  return (
    <Section id={id} title={title}>
      <ul className="measure list-disc ps-5">
        {points.map((point) => (
          <li key={point} className="mt-1">
            {point}
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
