/**
 * What the codes of Chanakya draw, the font of PageMaker and Quark and of the Hindi dailies.
 *
 * Written down by hand from two published tables, without what they read differently: `Converters/chanakya.jsx` of IIT Delhi's AssisTech group
 * (github.com/assistech-iitdelhi/InDesignFontConverters) and `BEJA.js` of Padma (github.com/pankaj28843/padma). `U` and `¤` are the tails
 * of the letter before them and say nothing of their own. `R` is a reph. An empty value is
 * written `-0-`, a code without a sign `0x81`.
 */
export const chanakyaPairs = String.raw`
  U -0- ¤ -0- ¥ अ ¥æ आ ¥ô ओ ¥õ औ § इ §ü ई §Z ईं © उ ª ऊ « ऋ ¬ ॠ ° ए °ð ऐ
  · क € क् ¹ ख 0x81 ख् » ग ‚ ग् ƒ घ् ¾ ङ ¿ च ‘ च् “ च्च् À छ Á ज … ज् ’ ज् ” ज्ज् • ज़् Ê ज़् Û झ् † ञ्
  Å ट Æ ठ Ç ड É ढ ‡ ण् Ì त ˆ त् Í थ ‰ थ् Î द ¼ द Ï ध Š ध् Ù न ‹ न् ó न्न्
  Â प Œ प् È फ 0x8d फ् Õ ब Ž ब् Ö भ 0x8f भ् × म 0x90 म्
  Ø य Ä य् Ú र Ü ल ¶ ल Ë ल् Ý ळ ß व Ã व् o श ³ श् à श् á ष c ष् â स S स् ã ह ± ह्
  ÿ क्ष् ˜ त्र् G त्र ™ ज्ञ् Ÿ श्र् ž त्त् B क्च C ष्ट D ष्ठ E श्व F स्न I ढ्ढ J छ्व L रु M रू N हृ O ह्र P क्क Q क्त T ञ्ज
  V ङ्क W ङ्ख X ङ्ग Y ङ्घ ${'`'} क्व ^ ट्ट a ड्ड b ड्ढ e द्ग f द्घ g द्द h द्ध i द्ब j द्भ k द्म l द्य m द्व n ठ्ठ p श्च q ह्न s ह्य t ह्ल u ह्व
  # प्त % त्न @ ञ्च „ ल्ल ¦ ष्ट्व ¯ ख्न µ द्ब्र º ख्र K ्य A ्र ý ्र þ ्र
  æ ा ç ि è ी é ु ä ु ê ू å ू ë ृ ð े Ô े ñ ै ô ो õ ौ ò ॅ ´ ं ¢ ं ¡ ँ ÷ ् ¸ ़ ü R Z Rं
  Ð । H ॥ ù ऽ ø ॰ Ñ : Ò ‘ Ó ’ ® 0 v 1 w 2 x 3 y 4 z 5 { 6 | 7 } 8 ~ 9
  ! ! ( ( ) ) * * + + , , - - . . / / ; ; ? ? = =
`
