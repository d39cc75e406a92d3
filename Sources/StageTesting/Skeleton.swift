enum StageTestingSkeleton {}
