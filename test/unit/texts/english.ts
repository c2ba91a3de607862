/** Words that stand in nearly every English sentence, and in no French one. In options and names they are no words. */
export const ENGLISH =
  /(?<![-\w./`])(?:the|is|are|was|were|be|of|and|with|from|which|that|this|has|have|its|it|there|again|cannot|nothing|every|after|before|because|until|than|what|where|without|not)(?![-\w./`=])/i;
