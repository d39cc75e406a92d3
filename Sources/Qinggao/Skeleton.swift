enum QinggaoSkeleton {}
