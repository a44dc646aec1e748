/**
 * What the keys of Shusha (and Shusha02, Shusha05) draw: half letters that the key `a` completes.
 *
 * Written down by hand from two published tables, without what they are known to read differently: `Shusha.js` of Padma (github.com/pankaj28843/padma) and the key
 * table of Ratan Mulchandani's ShushaToUnicode (`ShushaKeyMapping.h`), both after the keyboard that came with the font. `R` is a reph.
 */
export const shushaPairs = String.raw`
  A अ Aa आ [ इ [- ई ] उ } ऊ ? ऋ e ए eo ऐ
  k क @ क् K ख # ख् g ग् G घ् = ङ c च् C छ j ज् J झ् H ञ्
  T ट z ठ D ड Z ढ N ण् t त % त् q थ् d द Q ध् n न्
  p प P प् f फ F फ् b ब् B भ् m म्
  y य् r र l ल् L ळ v व् S श् X श् Y ष् s स् h ह * ह्
  x क्ष् > क्त & ज्ञ ~ त्र E श्र् _ द्द w द्ध V द्य W द्व ( ह्य ) हृ $ रू / ्र ${'`'} ्र
  a ा i ि I ी u ु U ू R ृ ^ ॅ o े O ै M ं : ः \ ् , ़ - R ! ॐ . ।
  " " ' ' ‘ ‘ ’ ’ “ “ ” ”
`
