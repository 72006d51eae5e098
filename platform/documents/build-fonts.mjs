// Gathers the fonts of our PDF documents from npm packages into `dist/`, where the crate embeds them, packed.
//
// Atkinson Hyperlegible Next is the typeface; Noto Sans and Noto Sans Arabic give the letters that it lacks
// (Greek, Cyrillic, Vietnamese, Arabic), since people's names must never turn into boxes.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const faces = [
  ["@expo-google-fonts/atkinson-hyperlegible-next", ["400Regular", "400Regular_Italic", "700Bold"]],
  ["@expo-google-fonts/noto-sans", ["400Regular", "700Bold"]],
  ["@expo-google-fonts/noto-sans-arabic", ["400Regular", "700Bold"]],
];

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "dist");
const require = createRequire(import.meta.url);

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const [pack, styles] of faces) {
  const root = dirname(require.resolve(`${pack}/package.json`));
  for (const style of styles) {
    const fonts = (await readdir(join(root, style))).filter((name) => name.endsWith(".ttf"));
    if (fonts.length !== 1) throw new Error(`${pack}/${style}: one font expected, ${fonts.length} found`);
    const packed = brotliCompressSync(await readFile(join(root, style, fonts[0])));
    await writeFile(join(out, `${basename(fonts[0])}.br`), packed);
  }
}
