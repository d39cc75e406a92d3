enum StylesModule {}
