enum BoilerplateSkeleton {}
