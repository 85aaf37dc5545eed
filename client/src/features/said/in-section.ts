/** The section of a box, by the box's key. */
export const sectionOfBox = (box: string): string =>
  box.startsWith('easy:') ? box.slice('easy:'.length) : box.slice(0, box.lastIndexOf('.'))
