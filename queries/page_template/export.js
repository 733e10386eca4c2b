// Export: the drawing as a PNG, on its ground, with the line that says what it is.

function asPicture() {
  const source = drawing.querySelector("canvas");
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
  const words = `${data.title} · ${byId("shown").textContent} · ${data.snapshot} · A line is a report, not a fact.`;
  context.fillText(words, 14 * ratio, source.height + foot / 2, picture.width - 28 * ratio);
  return picture;
}

function startExport() {
  byId("png").addEventListener("click", () => asPicture().toBlob((picture) => {
    const address = URL.createObjectURL(picture);
    make("a", { href: address, download: "rapport.png" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }));
}
