/** The line people look for. */
export function sayWhere(url: string): void {
  process.stdout.write(`\n  数诊 Shuzhen: ${url}\n\n`);
}
