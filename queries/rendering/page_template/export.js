// Export: the drawing as a PNG, on its ground, with the line that says what it is.

const footWords = () => `${data.title} · ${byId("shown").textContent} · ${data.snapshot} · A line is a report, not a fact.`;

async function asPicture() {
  const source = await pictureOfDrawing();
  const ratio = source.width / drawing.clientWidth;
  const foot = 34 * ratio;
  const picture = make("canvas", { width: source.width, height: source.height + foot });
  const context = picture.getContext("2d");
  context.fillStyle = ink("--ground");
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(source, 0, 0);
  context.font = `${12 * ratio}px ${FAMILY}`;
  context.fillStyle = ink("--soft");
  context.textBaseline = "middle";
  context.fillText(footWords(), 14 * ratio, source.height + foot / 2, picture.width - 28 * ratio);
  return picture;
}

function save(blob, file) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function startExport() {
  byId("png").addEventListener("click", async () => {
    (await asPicture()).toBlob((picture) => save(picture, "rapport.png"));
  });
  byId("svg").addEventListener("click", () => {
    const text = new XMLSerializer().serializeToString(asVectors());
    save(new Blob([text], { type: "image/svg+xml" }), "rapport.svg");
  });
}
