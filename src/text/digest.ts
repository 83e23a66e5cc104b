/**
 * A 64-bit digest of a text as 16 hexadecimal digits: FNV-1a over UTF-16 units, two lanes of 32 bits with different offset
 * bases (http://www.isthe.com/chongo/tech/comp/fnv/), finished by the murmur3 mixer. Stable across machines; not for secrets.
 */
export function digest(text: string): string {
  let left = 0x811c9dc5
  let right = 0x9747b28c
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    left = Math.imul(left ^ unit, 0x01000193)
    right = Math.imul(right ^ (unit + index), 0x01000193)
  }
  return hex(mix(left ^ text.length)) + hex(mix(right))
}

function mix(lane: number): number {
  let value = lane
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0')
}
