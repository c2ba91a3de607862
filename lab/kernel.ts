/**
 * The compressed kernel inside a boot image, found by the fields of the x86 boot protocol
 * (Documentation/arch/x86/boot.rst: setup_sects, payload_offset, payload_length).
 */
export function kernelPayload(bootImage: Buffer): Buffer {
  const setupSectors = bootImage.readUInt8(0x1f1);
  const start = (setupSectors + 1) * 512 + bootImage.readUInt32LE(0x248);
  const length = bootImage.readUInt32LE(0x24c);
  // The kernel's build appends the unpacked size, four bytes that belong to no compression format.
  return bootImage.subarray(start, start + length - 4);
}
