mod architecture;
mod demo;
mod matrix;
mod statements;
mod tables;
mod walk;
mod words;
mod world;
