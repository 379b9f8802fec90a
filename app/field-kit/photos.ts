/** A photo made small on the device. Drawing it anew also leaves behind where and when it was taken. */
const LONGEST_SIDE = 1600;
const THUMB_SIDE = 160;

export type Shrunk = { blob: Blob; thumb: string };

/** Throws when the device cannot read the file as a picture. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const photo = drawn(picture, LONGEST_SIDE);
    const blob = await new Promise<Blob | null>((resolve) => photo.toBlob(resolve, "image/jpeg", 0.82));
    if (!blob) throw new Error("the photo could not be encoded");
    return { blob, thumb: drawn(picture, THUMB_SIDE).toDataURL("image/jpeg", 0.7) };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
