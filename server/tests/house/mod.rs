mod above;
mod architecture;
mod demo;
mod matrix;
mod statements;
mod walk;
mod words;
mod world;
