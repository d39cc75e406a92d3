enum WordprocessingMLSkeleton {}
