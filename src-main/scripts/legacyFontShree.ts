/**
 * What the codes of the SHREE-DEV fonts of Modular's Shree-Lipi draw (0708, 0714, 0715, 0721 and their kin).
 *
 * Written down by hand from three published tables, as at least two read it where they differ: `FontConverters/shree.tsv` of IIT Delhi's AssisTech group
 * (github.com/assistech-iitdelhi/InDesignFontConverters), `Shree_Dev_0714.js` of Padma (github.com/pankaj28843/padma) and the table of
 * LegacyLipi after hindifontconverter.com. `R` is a reph; `$` and `>` are spaces behind a letter and say nothing. An empty value is written `-0-`.
 */
export const shreePairs = String.raw`
  $ -0- > -0- A अ Am आ B इ B© ई Bª ईं C उ D ऊ G ऋ E ए Eo ऐ
  H क Š क् I ख » ख् ˜ ख़ ™ ख़् J ग ½ ग् K घ ¿ घ् L ङ M च À च् N छ O ज Á ज् P झ Â झ् Ä ञ्
  Q ट R ठ S ड T ढ U ण Ê ण् V त Ë त् W थ Ï थ् X द Y ध Ü ध् Z न Ý न्
  n प ß प् \ फ â फ् ~ ब ã ब् ^ भ ä भ् _ म å म्
  ${'`'} य æ य् a र b ल c ल ë ल् d व ì व् e श í श् û श् f ष î ष् g स ñ स् h ह ô ह् i ळ ù ळ्
  j क्ष ú क्ष् k ज्ञ l श्र Ì त्र Í त्र् Î त्त् # ञ्च् ‚ ज्ज् ƒ च्च „ ल्ल † ह्ण ‡ ह्ल ˆ ह्व • ह्न œ श्व ‘ ङ्क ’ ङ्ख “ ङ्ग ” ङ्घ ¬ ङ्क्ष
  ¶ ङ्म ¸ क्क ¹ क्व º क्त ¼ ख्र ¾ ग्न Ã झ्र Å ट्ट Æ ट्ठ Ç ठ्ठ È ड्ड É ढ्ढ – ड्ढ Ð द्र Ñ दृ Ò द्ग Ó द्घ Ô द्द Õ द्ध Ö द्न × द्ब Ø द्भ Ù द्म Ú द्य Û द्व
  Þ न्न à प्र á प्त ï ष्ट ð ष्ठ ò स्र ó स्त्र õ ह्र ö हृ ÷ ह्म ø ह्य ü श्च ý श्न é रु ê रू ç ्य ³ ्न ´ ्र « ्र Œ ्र ® ्रु ¯ ्रू
  m ा [ ि { ि p ि q िं r ी s ी t ीं u ीR v ीRं w ु x ु þ ु y ू z ू ÿ ू ¥ ृ o े | ें } ेR ¡ ै ¢ ैं £ ैR ¤ ैRं ° ॅ § ं ¨ ं ± ँ … ः ² ् µ ़ ‹ ़ © R ª Rं
  & । @ ऽ › ॐ " ‘ ' ’ ! ! ( ( ) ) * * + + , , - - . . / / : : ; ; ? ? = = % %
`
