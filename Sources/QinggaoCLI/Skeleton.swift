enum QinggaoCLISkeleton {}
