/** Pictures drawn for the demonstration world. No words in them: not every machine has Chinese letters to draw with. */
import type { Random } from "./random";

const WIDTH = 1280;
const HEIGHT = 760;
const INK = "#24414a";
const tones = ["#0f6b6f", "#3d9a8b", "#c98a1b", "#7aa7b8", "#b9c7cb"];

/** A mark of two shapes. */
export function drawnLogo(random: Random): string {
  const [one, two] = random.some(tones.slice(0, 4), 2);
  const round = random.chance(0.5);
  const first = round
    ? `<circle cx="70" cy="80" r="52" fill="${one}"/>`
    : `<rect x="18" y="28" width="104" height="104" rx="22" fill="${one}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160">${first}
    <path d="M150 132 L206 28 L262 132 Z" fill="${two}"/><rect x="278" y="28" width="22" height="104" fill="${one}"/></svg>`;
}

/** The screen of a program: a bar of titles, a row of figures, and a chart of one of three kinds. */
export function drawnScreen(random: Random, kind: number): string {
  const draw = [gantt, bars, stripes][kind % 3] ?? gantt;
  const figures = Array.from({ length: 4 }, (_, at) => figure(random, 40 + at * 305)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#f4f7f7"/><rect width="${WIDTH}" height="56" fill="${INK}"/>
    <circle cx="40" cy="28" r="12" fill="#7fd1c4"/><rect x="66" y="20" width="190" height="16" rx="8" fill="#dfe9ea"/>
    ${figures}<rect x="40" y="210" width="1200" height="510" rx="10" fill="#fff"/>${draw(random)}</svg>`;
}

function figure(random: Random, x: number): string {
  const width = random.whole(60, 120);
  return `<rect x="${x}" y="84" width="285" height="100" rx="10" fill="#fff"/><rect x="${x + 20}" y="104" width="110" height="12" rx="6" fill="#b9c7cb"/>
    <rect x="${x + 20}" y="134" width="${width}" height="28" rx="6" fill="${random.pick(tones)}"/>`;
}

function gantt(random: Random): string {
  return Array.from({ length: 9 }, (_, row) => {
    const y = 240 + row * 52;
    let x = 240 + random.whole(0, 120);
    let line = `<rect x="66" y="${y + 8}" width="130" height="14" rx="7" fill="#b9c7cb"/>`;
    while (x < 1150) {
      const width = Math.min(random.whole(70, 220), 1210 - x);
      line += `<rect x="${x}" y="${y}" width="${width}" height="30" rx="5" fill="${random.pick(tones)}"/>`;
      x += width + random.whole(8, 60);
    }
    return line;
  }).join("");
}

function bars(random: Random): string {
  return Array.from({ length: 14 }, (_, at) => {
    const x = 80 + at * 82;
    const [plan, done] = [random.whole(180, 400), random.whole(120, 380)];
    return `<rect x="${x}" y="${690 - plan}" width="26" height="${plan}" fill="#b9c7cb"/><rect x="${x + 30}" y="${690 - done}" width="26" height="${done}" fill="#0f6b6f"/>`;
  }).join("");
}

function stripes(random: Random): string {
  return Array.from({ length: 8 }, (_, row) => {
    const y = 240 + row * 58;
    let line = `<rect x="66" y="${y + 10}" width="120" height="14" rx="7" fill="#b9c7cb"/>`;
    for (let x = 220; x < 1200;) {
      const width = Math.min(random.whole(12, 90), 1210 - x);
      line += `<rect x="${x}" y="${y}" width="${width}" height="36" fill="${random.weighted([
        ["#3d9a8b", 6],
        ["#c98a1b", 2],
        ["#c43b1d", 1],
      ])}"/>`;
      x += width;
    }
    return line;
  }).join("");
}

/** A paper of one page with a title in plain letters. */
export function paperOf(title: string): Buffer {
  const content = `BT /F1 20 Tf 60 760 Td (${title}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj ${object} endobj\n`;
    return String(place).padStart(10, "0");
  });
  const table = ["0000000000 65535 f ", ...places.map((place) => `${place} 00000 n `)].join("\n");
  const end = `xref\n0 ${places.length + 1}\n${table}\ntrailer << /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, "latin1");
}
