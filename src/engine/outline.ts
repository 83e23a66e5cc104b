import type { Block } from '../model/block.ts'
import type { Document } from '../model/document.ts'
import type { Outline, OutlineBlock } from '../model/report.ts'
import { spanOf } from '../text/passage.ts'

/** How a manuscript is laid out: its blocks and sections by place, without their words. */
export function outlineOf({ title, sections, blocks, blockLanguages, language }: Document): Outline {
  return {
    ...(title !== undefined && { title: title.text }),
    sections: sections.map(({ kind, heading = '', span }) => ({ kind, heading, span })),
    blocks: blocks.map((block, index) => outlineBlock(block, blockLanguages[index] ?? language)),
  }
}

function outlineBlock({ kind, span, passage, level, table, cells, head }: Block, language: string): OutlineBlock {
  return {
    kind,
    span,
    text: passage.pieces.length === 0 ? span : spanOf(passage),
    language,
    ...(level !== undefined && { level }),
    ...(table !== undefined && { table }),
    ...(cells !== undefined && { cells: cells.map((cell) => spanOf(cell)) }),
    ...(head !== undefined && { head }),
  }
}
